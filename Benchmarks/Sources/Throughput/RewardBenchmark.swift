import ArgumentParser
import Hilum

/// What the reward of eight candidates against one reference costs, beside the extraction of the same nine texts.
struct RewardBenchmark {
    static let groupSize = 8
    private let groups: [Candidates: [[[UInt8]]]]
    private let extractor: Extractor
    private let scorer: CompletionScorer

    /// - Parameter groups: how many references a pass takes.
    init(_ corpus: Corpus, groups count: Int) throws {
        let ontology = try Ontology.bundled()
        extractor = Extractor(ontology: ontology)
        scorer = CompletionScorer(extractor: extractor, scorer: Scorer(ontology: ontology))
        groups = Dictionary(
            uniqueKeysWithValues: Candidates.allCases.map { candidates in
                (candidates, (0..<count).map { Self.group($0, of: corpus, candidates) })
            })
    }

    /// The reference first, then its candidates.
    private static func group(_ number: Int, of corpus: Corpus, _ candidates: Candidates) -> [[UInt8]] {
        let first = number * (groupSize + 1)
        let reference = corpus[cycling: first]
        return [reference]
            + (1...groupSize).map { candidates.text(of: reference, number: $0, other: corpus[cycling: first + $0]) }
    }

    /// Measures all groups once: of each its extraction, its reward and its reward with reasons, one after another.
    func measure(_ candidates: Candidates) throws -> RewardMeasurement {
        var measurement = RewardMeasurement()
        for group in groups[candidates] ?? [] {
            measurement.extraction.add { extract(group) }
            measurement.reward.add { reward(group, explains: false) }
            measurement.explained.add { reward(group, explains: true) }
        }
        guard measurement.found > 0 else { throw ValidationError("nothing was read: there is nothing to measure") }
        return measurement
    }

    private func extract(_ group: [[UInt8]]) -> Double {
        group.reduce(0) { $0 + Double(extractor.graph(of: Report(text: $1)).observations.count) }
    }

    private func reward(_ group: [[UInt8]], explains: Bool) -> Double {
        let solution = scorer.read(solution: group[0])
        return group.dropFirst().reduce(0) {
            $0 + (scorer.reward($1, against: solution, explains: explains).reward ?? 0)
        }
    }
}

/// What a pass over groups took.
struct RewardMeasurement {
    /// Times of the same work on one group after another.
    struct Course {
        private(set) var cpu = 0.0
        private(set) var latencies: [Double] = []
        /// A sum over what the work gave, so that none of it can be left out.
        fileprivate var found = 0.0

        fileprivate mutating func add(_ work: () -> Double) {
            let clock = ContinuousClock()
            let start = (cpu: CPUTime.thread, wall: clock.now)
            found += work()
            latencies.append((clock.now - start.wall).seconds)
            cpu += CPUTime.thread - start.cpu
        }
    }

    var extraction = Course()
    var reward = Course()
    var explained = Course()

    fileprivate var found: Double { min(extraction.found, reward.found, explained.found) }

    /// Appends `{"extraction":{"cpu","wall":[…]},"reward":{…},"explained":{…}}`; seconds, `wall` of each group.
    func append(to writer: inout JSONWriter) {
        writer.object {
            for (name, course) in [("extraction", extraction), ("reward", reward), ("explained", explained)] {
                $0.key(name)
                $0.object {
                    $0.key("cpu")
                    $0.number(course.cpu)
                    $0.key("wall")
                    $0.array { for latency in course.latencies { $0.number(latency) } }
                }
            }
        }
    }
}
