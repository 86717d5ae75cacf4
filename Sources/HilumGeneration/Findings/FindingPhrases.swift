import Hilum

/// Writes findings as phrases: "small left pleural effusion".
///
/// Of the wordings that `FindingWordings` gives, in its order, the first is taken that reads back as just the finding; so what a
/// phrase says is what extraction reads, and an ontology of one's own needs no rules of its own.
public struct FindingPhrases: Sendable {
    let reader: FindingReader
    private let wordings: FindingWordings

    /// What gives the concept numbers of findings their meaning.
    public var ontology: Ontology { reader.ontology }

    /// Lays the wordings out; make it once and keep it.
    public init(ontology: Ontology) {
        reader = FindingReader(ontology: ontology)
        wordings = FindingWordings(ontology: ontology, hedges: reader.hedges)
    }

    /// The canonical phrase of a finding, and whether it says all of it and nothing else.
    public func phrase(for finding: Finding) -> (text: String, isExact: Bool) {
        var best: (text: String, distance: Int)?
        let exact = wordings.first(for: finding) { text in
            let distance = distance(of: text, from: finding)
            if distance < best?.distance ?? Int.max { best = (text, distance) }
            return distance == 0
        }
        if let exact { return (exact, true) }
        return (best?.text ?? ontology[finding.concept].name, false)
    }

    /// 0 where a text says just the finding; else more, the more it says otherwise.
    private func distance(of text: String, from finding: Finding) -> Int {
        let graph = reader.extractor.graph(of: text)
        let read = reader.findings(of: graph)
        let others = read.count - 1 + graph.unasserted.count + graph.unrecognised.count
        let nearest = read.map { $0.distance(from: finding) }.min() ?? 1_000
        return nearest + 50 * max(others, 0)
    }
}

extension Finding {
    /// In how many respects two findings differ, those that matter most counted most.
    fileprivate func distance(from other: Finding) -> Int {
        if self == other { return 0 }
        func cost<Value: Equatable>(_ path: KeyPath<Finding, Value>, _ weight: Int) -> Int {
            self[keyPath: path] == other[keyPath: path] ? 0 : weight
        }
        return cost(\.concept, 400) + cost(\.status, 300) + cost(\.laterality, 20) + cost(\.severity, 10) + cost(\.size, 10)
            + cost(\.change, 10) + cost(\.tip, 6) + cost(\.sidePort, 6) + cost(\.placement, 6) + cost(\.count, 3)
            + cost(\.likelihood, 2) + cost(\.lengths, 4)
            + 5 * Set(places).symmetricDifference(other.places).count
            + 4 * Set(descriptors).symmetricDifference(other.descriptors).count
    }
}
