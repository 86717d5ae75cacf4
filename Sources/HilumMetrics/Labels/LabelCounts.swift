/// How often one label is there, in both, in one, in neither.
public struct LabelCounts: Sendable, Hashable {
    public var truePositives = 0
    public var falsePositives = 0
    public var falseNegatives = 0
    public var trueNegatives = 0

    public init() {}

    public mutating func add(candidate: Bool, reference: Bool) {
        switch (candidate, reference) {
        case (true, true): truePositives += 1
        case (true, false): falsePositives += 1
        case (false, true): falseNegatives += 1
        case (false, false): trueNegatives += 1
        }
    }

    public static func += (left: inout LabelCounts, right: LabelCounts) {
        left.truePositives += right.truePositives
        left.falsePositives += right.falsePositives
        left.falseNegatives += right.falseNegatives
        left.trueNegatives += right.trueNegatives
    }

    private var overlap: SetOverlap {
        SetOverlap(
            shared: truePositives, candidate: truePositives + falsePositives, reference: truePositives + falseNegatives)
    }

    /// 0–1; 0 where there is nothing to divide by (scikit-learn's `zero_division=0`), as are the next two.
    public var precision: Double { overlap.precision }
    public var recall: Double { overlap.recall }
    public var f1: Double { overlap.f1 ?? 0 }

    /// How often the reference has the label.
    public var support: Int { overlap.reference }
}
