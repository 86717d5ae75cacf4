/// F1-RadGraph of a candidate's annotation against its reference's (Delbrouck et al. 2022; Stanford-AIMI/radgraph @87f11a1).
/// All 0–1, higher is better; of a corpus the mean over pairs is reported.
///
///     F1 = 2PR/(P + R) over sets; lower-cased tokens compare, wherever they stand
///
/// It is no judge of danger: a flipped negation costs an element, as does a word that adds nothing.
public struct RadGraphF1: Sendable, Hashable {
    /// Over (tokens, label).
    public var simple: Double
    /// Over (tokens, label, whether it has a relation).
    public var partial: Double
    /// Over (tokens, label, relation, tokens of its target), or (tokens, label) of what has no relation.
    public var complete: Double

    public init(simple: Double, partial: Double, complete: Double) {
        self.simple = simple
        self.partial = partial
        self.complete = complete
    }

    /// - Parameter whenEmpty: of two annotations without entities; RadGraph's own is 0. Where one alone is empty, all are 0.
    public init(candidate: RadGraphAnnotation, reference: RadGraphAnnotation, whenEmpty: Double = 0) {
        // The tokens and label of each entity, and the types of its relations.
        let capacity = (candidate.entities + reference.entities).reduce(0) { $0 + 2 + $1.relations.count }
        var numbers = RadGraphNumbers(capacity: capacity)
        self.init(
            candidate: RadGraphElements(of: candidate, &numbers), reference: RadGraphElements(of: reference, &numbers),
            whenEmpty: whenEmpty)
    }

    package init(candidate: RadGraphElements, reference: RadGraphElements, whenEmpty: Double) {
        func f1<Element: Comparable>(_ elements: (RadGraphElements) -> [Element]) -> Double {
            SetOverlap(candidate: elements(candidate), reference: elements(reference)).f1 ?? whenEmpty
        }
        self.init(simple: f1(\.simple), partial: f1(\.partial), complete: f1(\.complete))
    }
}
