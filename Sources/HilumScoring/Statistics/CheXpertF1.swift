import HilumMetrics
import HilumOntology

/// F1 of the CheXpert labels over many pairs, over all 14 and over the five that papers report most, in the averages of scikit-learn;
/// a blank label counts as not there, and a label with nothing to divide by has F1 0 (`zero_division=0`). With the policy `positive` these
/// are the figures of F1-CheXbert.
public struct CheXpertF1: Sendable, Hashable {
    /// What -1 counts as.
    public let uncertain: UncertainPolicy
    /// In the order of `CheXpertLabel.allCases`.
    public private(set) var all = MultiLabelF1(labelCount: CheXpertLabel.allCases.count)
    /// In the order of `CheXpertLabel.five`; its `exactMatch` is the accuracy that F1-CheXbert prints.
    public private(set) var five = MultiLabelF1(labelCount: CheXpertLabel.five.count)

    public init(uncertain: UncertainPolicy = .positive) {
        self.uncertain = uncertain
    }

    public mutating func add(_ pair: CheXpertPair) {
        Self.add(pair, CheXpertLabel.allCases, uncertain, to: &all)
        Self.add(pair, CheXpertLabel.five, uncertain, to: &five)
    }

    private static func add(_ pair: CheXpertPair, _ labels: [CheXpertLabel], _ policy: UncertainPolicy, to f1: inout MultiLabelF1)
    {
        f1.add(
            candidate: labels.map { policy.binary(pair.candidate[$0]) },
            reference: labels.map { policy.binary(pair.reference[$0]) })
    }

    /// Adds another part, counted by the same policy.
    public mutating func merge(_ other: CheXpertF1) {
        all.merge(other.all)
        five.merge(other.five)
    }
}
