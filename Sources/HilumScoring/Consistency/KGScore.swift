/// How consistent the graph of a candidate is with the graph of its reference. All values 0–1, higher is better.
public struct KGScore: Sendable, Hashable {
    /// `f1` times a factor below 1 for each dangerous error: meant as the reward of a training loop.
    public var reward: Double
    /// The share of the candidate's statements that the reference supports, each by its clinical weight and by how well they
    /// agree.
    public var precision: Double
    /// The share of the reference's statements that the candidate supports, weighed likewise.
    public var recall: Double
    /// The harmonic mean of precision and recall.
    public var f1: Double
    /// |A ∩ B| / |A ∪ B| of (finding, status); 1 when both are empty.
    public var entityIoU: Double
    /// The same of (finding, relation, site, modifier or disease), sites and modifiers with their side.
    public var relationIoU: Double
    /// 1 minus the share of the candidate's statements that contradict another, or anatomy; see `PairScore.implausible`.
    public var consistency: Double
}
