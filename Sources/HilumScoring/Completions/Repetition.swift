import HilumExtraction
import HilumOntology

/// Which sentences of a text say nothing that the same section has not said before. Findings and impression may repeat one another: that is
/// how reports are made.
struct Repetition: Sendable {
    /// By sentence, in the order of the text: what it states, by number in the graph.
    private(set) var observations: [[Int]]
    private(set) var isRepeated: [Bool]

    init(in graph: ReportGraph, knowledge: Knowledge) {
        observations = [[Int]](repeating: [], count: graph.sentences.count)
        var sentence = 0
        for index in graph.observations.indices.sorted(by: { graph.observations[$0].span < graph.observations[$1].span }) {
            while sentence + 1 < graph.sentences.count, graph.sentences[sentence].end <= graph.observations[index].span.start {
                sentence += 1
            }
            if sentence < observations.count { observations[sentence].append(index) }
        }
        isRepeated = []
        var said: [ConceptID: [Int]] = [:]
        for stated in observations {
            let isRepeat = stated.allSatisfy { index in
                said[graph.observations[index].concept]?.contains { graph.repeats($0, index, knowledge) } ?? false
            }
            isRepeated.append(isRepeat && !stated.isEmpty)
            for index in stated { said[graph.observations[index].concept, default: []].append(index) }
        }
    }

    /// How many sentences are repeated.
    var count: Int { isRepeated.count { $0 } }
}

extension ReportGraph {
    /// Whether two observations of one concept say the same in the same section.
    fileprivate func repeats(_ earlier: Int, _ later: Int, _ knowledge: Knowledge) -> Bool {
        guard observations[earlier].status == observations[later].status,
            observations[earlier].section == observations[later].section,
            (observations[earlier].comparedWith == nil) == (observations[later].comparedWith == nil)
        else { return false }
        return Statement(observations[earlier], knowledge: knowledge).withoutSpans
            == Statement(observations[later], knowledge: knowledge).withoutSpans
    }
}

extension Statement {
    /// The same with all spans at 0, so that equal statements are equal values.
    fileprivate var withoutSpans: Statement {
        let nowhere = TextSpan(0, 0)
        var statement = self
        statement.span = nowhere
        statement.sideSpan = nil
        statement.change?.span = nowhere
        statement.degree?.span = nowhere
        statement.length?.span = nowhere
        statement.count?.span = nowhere
        statement.placement?.span = nowhere
        for index in sites.indices { statement.sites[index].span = nowhere }
        for index in descriptors.indices { statement.descriptors[index].span = nowhere }
        if saysWhereItEnds {
            for index in tip.sites.indices { statement.tip.sites[index].span = nowhere }
            statement.tip.distance?.span = nowhere
        }
        return statement
    }
}
