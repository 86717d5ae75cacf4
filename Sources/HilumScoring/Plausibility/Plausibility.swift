import HilumExtraction
import HilumOntology

/// Checks whether a report agrees with itself and with anatomy. A value that any number of threads may share; make it once, as it lays
/// the ontology out for itself.
///
/// It knows nothing of the image, and it holds its tongue where two statements may both be true: "lungs otherwise clear" beside an
/// opacity, "no acute fracture" beside an old one.
public struct Plausibility: Sendable {
    let knowledge: Knowledge
    /// Descriptors that confine a denial to what is acute.
    let acute: Set<ConceptID>
    /// Descriptors that leave a finding out of what is denied of acute ones: healed, chronic.
    let lasting: Set<ConceptID>
    let connectives: [String: ConnectiveRole]

    /// A report has some tens of observations; of a text with more than this only the first are compared, each with each.
    private static let mostObservations = 200

    public init(ontology: Ontology) {
        self.init(knowledge: Knowledge(ontology: ontology))
    }

    init(knowledge: Knowledge) {
        self.knowledge = knowledge
        let ontology = knowledge.ontology
        let words = ontology.discourse.filter { $0.role == .acute }.map(\.text)
        let acute = Set(ontology.terms.lazy.filter { term in words.contains { $0.isSame(as: term.text) } }.map(\.concept))
        self.acute = acute
        connectives = Dictionary(ontology.connectives.map { ($0.text, $0.role) }) { first, _ in first }
        lasting = Set(
            ontology.concepts.indices.lazy.map { ConceptID(rawValue: UInt16($0)) }
                .filter { other in acute.contains { knowledge.excludes($0, other) } })
    }

    /// What cannot be so in a report, in the order of the text, each once however often it is repeated. The order of the sentences
    /// within a section makes no difference but to the order and the spans.
    /// - Parameter graph: made with this ontology.
    public func implausibilities(in graph: ReportGraph) -> [Implausibility] {
        implausibilities(of: conflicts(in: graph), in: graph)
    }

    /// All conflicts, repeats among them.
    func conflicts(in graph: ReportGraph) -> [Conflict] {
        var positive: [Int] = []
        var absent: [Int] = []
        positive.reserveCapacity(graph.observations.count)
        absent.reserveCapacity(graph.observations.count)
        for index in graph.observations.indices.prefix(Self.mostObservations) {
            if graph.observations[index].status == .absent { absent.append(index) } else { positive.append(index) }
        }
        var conflicts: [Conflict] = []
        appendOpposites(positive, absent, in: graph, to: &conflicts)
        appendImpossiblePlaces(positive, in: graph, to: &conflicts)
        appendChangedSides(positive, in: graph, to: &conflicts)
        return conflicts
    }

    func implausibilities(of conflicts: [Conflict], in graph: ReportGraph) -> [Implausibility] {
        guard !conflicts.isEmpty else { return [] }
        var seen: Set<String> = []
        let found = conflicts.map { ($0, explanation: explanation(of: $0, in: graph), spans: $0.spans(in: graph)) }
        let inOrder = found.sorted { one, other in
            let difference = zip(one.spans, other.spans).first { $0 != $1 }
            return difference.map { $0 < $1 } ?? ((one.spans.count, one.explanation) < (other.spans.count, other.explanation))
        }
        return inOrder.compactMap { conflict, explanation, spans in
            guard seen.insert(explanation).inserted else { return nil }
            return Implausibility(
                kind: conflict.kind, finding: knowledge.name(of: graph.observations[conflict.finding].concept),
                words: spans.map { Quotation($0, of: graph) }, explanation: explanation)
        }
    }
}

/// Observations that cannot all be so.
struct Conflict: Sendable {
    var kind: Implausibility.Kind
    /// By number in the graph: what is stated.
    var finding: Int
    /// What speaks against it, if it is another observation.
    var other: Int?
    /// The site that does not fit.
    var site: Site?

    var observations: [Int] { [finding] + [other].compactMap(\.self) }

    /// The words that do not go together, in the order of the text.
    fileprivate func spans(in graph: ReportGraph) -> [TextSpan] {
        (observations.map { graph.observations[$0].span } + [site?.span].compactMap(\.self)).sorted()
    }
}

extension String {
    /// Whether it is another text, which of most is known by the length.
    fileprivate func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && self == other }
}
