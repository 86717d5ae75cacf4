import HilumExtraction
import HilumMetrics
import HilumOntology

/// Which sentences of a text say nothing that the same section has not said before. Findings and impression may repeat one another: that is
/// how reports are made.
struct Repetition: Sendable {
    /// By observation of the graph: the number of its sentence; nil for one that stands in none.
    let sentence: [Int?]
    /// By sentence.
    private(set) var isRepeated: [Bool]

    init(in graph: ReportGraph) {
        self.init(in: graph, first: Self.firstSaying(in: graph))
    }

    /// - Parameter first: see `firstSaying`.
    private init(in graph: ReportGraph, first: [Int?]) {
        let observations = graph.observations
        let sentence = observations.indices.map { graph.sentences.sentence(at: observations[$0].span.start) }
        var isSilent = [Bool](repeating: true, count: graph.sentences.count)
        var isRepeated = [Bool](repeating: true, count: graph.sentences.count)
        for index in observations.indices {
            guard let number = sentence[index] else { continue }
            isSilent[number] = false
            guard isRepeated[number] else { continue }
            isRepeated[number] = first[index].map { (sentence[$0] ?? number) < number } ?? false
        }
        self.sentence = sentence
        self.isRepeated = zip(isRepeated, isSilent).map { $0 && !$1 }
    }

    /// How many sentences are repeated.
    static func count(in graph: ReportGraph) -> Int {
        let first = firstSaying(in: graph)
        return first.contains { $0 != nil } ? Repetition(in: graph, first: first).isRepeated.count { $0 } : 0
    }

    /// By observation: the first of those before it that say the same.
    private static func firstSaying(in graph: ReportGraph) -> [Int?] {
        let observations = graph.observations
        var first = [Int?](filled: nil, count: observations.count)
        let order = observations.indicesByConcept
        /// Of the concept at hand, one observation for each thing that is said of it.
        var different: [Int] = []
        for (place, index) in order.enumerated() {
            let isFirst = place == 0 || observations[order[place - 1]].concept != observations[index].concept
            if isFirst { different.removeAll(keepingCapacity: true) }
            for other in different where observations[other].saysTheSame(as: observations[index]) {
                first[index] = other
                break
            }
            if first[index] == nil { different.append(index) }
        }
        return first
    }
}

extension [TextSpan] {
    /// The number of the sentence that holds a byte; of sentences in the order of the text.
    fileprivate func sentence(at byte: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].end <= byte { low = middle + 1 } else { high = middle }
        }
        return low < count ? low : nil
    }
}

extension Observation {
    /// Whether another observation of the same concept says the same of it in the same section, wherever it stands.
    @inline(__always)
    fileprivate func saysTheSame(as other: Observation) -> Bool {
        status == other.status && section == other.section && laterality?.value == other.laterality?.value
            && severity?.value == other.severity?.value && size?.value == other.size?.value
            && change?.value == other.change?.value && (comparedWith == nil) == (other.comparedWith == nil)
            && count?.value == other.count?.value && placement?.value == other.placement?.value
            && sites.elementsEqual(other.sites) { $0.concept == $1.concept && $0.laterality == $1.laterality }
            && descriptors.elementsEqual(other.descriptors) { $0.value == $1.value }
            && measurements.elementsEqual(other.measurements) { $0.millimetres == $1.millimetres && $0.isPrior == $1.isPrior }
    }
}
