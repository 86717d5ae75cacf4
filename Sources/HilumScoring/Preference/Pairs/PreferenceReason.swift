import HilumMetrics

/// Why one text is preferred to another: what the other gets wrong that it does not.
public struct PreferenceReason: Sendable, Hashable {
    /// Errors of the rejected text that the chosen one does not make, in their order, the significant ones first.
    public var errors: [FactualityError]

    /// Two texts make the same error where its category, finding and explanation are the same; one made twice by the rejected and once
    /// by the chosen text is left once.
    public init(of pair: PreferencePair) {
        let own = pair.rejected.errors.surplus(over: pair.chosen.errors.map(Key.init), by: Key.init)
        errors = own.filter(\.isSignificant) + own.filter { !$0.isSignificant }
    }

    /// For a person, without a full stop: `significant omitted finding: pneumothorax: the reference reports …, which … leaves out`.
    public var explanation: String {
        guard !errors.isEmpty else { return "the rejected text makes no error that the chosen one does not; it agrees less" }
        return errors.map(\.line).joined(separator: "; ")
    }

    private struct Key: Hashable {
        var category: ErrorCategory
        var finding: String?
        var explanation: String

        init(_ error: FactualityError) {
            category = error.category
            finding = error.finding
            explanation = error.explanation
        }
    }
}
