import ArgumentParser
import Hilum

/// The library alone, in this process.
struct LibraryBenchmark {
    /// How far a report is taken.
    enum Output: String, CaseIterable {
        case graph
        case jsonLines = "JSON lines"
    }

    private let extractor: Extractor
    private let json: GraphJSON

    init() throws {
        let ontology = try Ontology.bundled()
        extractor = Extractor(ontology: ontology)
        json = GraphJSON(ontology: ontology)
    }

    func measure(_ corpus: Corpus, to output: Output, threads: Int) async throws -> Measurement {
        let clock = ContinuousClock()
        let cpu = CPUTime.own
        let start = clock.now
        let observations = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<threads {
                group.addTask { extract(stride(from: thread, to: corpus.texts.count, by: threads), of: corpus, to: output) }
            }
            return await group.reduce(0, +)
        }
        let measurement = Measurement(cpu: CPUTime.own - cpu, wall: (clock.now - start).seconds)
        guard observations > 0 else { throw ValidationError("nothing was extracted: there is nothing to measure") }
        return measurement
    }

    /// - Returns: the number of observations, so that no work can be optimised away.
    private func extract(_ indices: StrideTo<Int>, of corpus: Corpus, to output: Output) -> Int {
        var observations = 0
        var writer = JSONWriter()
        let id = Array("CXR1".utf8)
        for index in indices {
            let graph = extractor.graph(of: Report(text: corpus.texts[index]))
            observations += graph.observations.count
            guard output == .jsonLines else { continue }
            json.append(graph, id: id, to: &writer)
            writer.newline()
            if writer.bytes.count > 1 << 20 { writer.removeAll() }
        }
        return observations
    }
}
