/// F1 of several labels over many rows, in the averages of scikit-learn's `f1_score` with `zero_division=0`.
///
///     var f1 = MultiLabelF1(labelCount: 2)
///     f1.add(candidate: [true, false], reference: [true, true])
///     f1.micro  // 0.666…
///
/// Rows may be added in any order and parts merged in any order: the result is the same.
public struct MultiLabelF1: Sendable, Hashable {
    /// By label.
    public private(set) var labels: [LabelCounts]
    /// Rows of which at least one label counted.
    public private(set) var n = 0
    /// How many of them are right in all labels.
    private var exact = 0
    /// How many rows agree so, by agreement; rows without a label on either side are in none.
    private var rows: [SetOverlap: Int] = [:]

    public init(labelCount: Int) {
        labels = [LabelCounts](repeating: LabelCounts(), count: labelCount)
    }

    /// Adds a row.
    /// - Parameters:
    ///   - candidate: a value a label; nil leaves the label of this row out, as does nil in `reference`. What one of the two has more
    ///     than the other, or than there are labels, does not count.
    public mutating func add(candidate: [Bool?], reference: [Bool?]) {
        var overlap = SetOverlap(shared: 0, candidate: 0, reference: 0)
        var counted = 0
        for index in 0..<min(labels.count, candidate.count, reference.count) {
            guard let candidate = candidate[index], let reference = reference[index] else { continue }
            labels[index].add(candidate: candidate, reference: reference)
            counted += 1
            if candidate { overlap.candidate += 1 }
            if reference { overlap.reference += 1 }
            if candidate && reference { overlap.shared += 1 }
        }
        guard counted > 0 else { return }
        n += 1
        if overlap.shared == overlap.candidate, overlap.shared == overlap.reference { exact += 1 }
        if overlap.candidate + overlap.reference > 0 { rows[overlap, default: 0] += 1 }
    }

    /// Adds another part over the same labels.
    public mutating func merge(_ other: MultiLabelF1) {
        for (index, counts) in zip(labels.indices, other.labels) { labels[index] += counts }
        n += other.n
        exact += other.exact
        rows.merge(other.rows, uniquingKeysWith: +)
    }

    /// F1 over the counts of all labels together, 0–1.
    public var micro: Double { labels.reduce(into: LabelCounts(), +=).f1 }

    /// The mean of the labels' F1, 0–1.
    public var macro: Double { labels.isEmpty ? 0 : labels.reduce(0) { $0 + $1.f1 } / Double(labels.count) }

    /// The mean of the labels' F1, each weighing as often as the reference has it, 0–1; 0 where it has none.
    public var weighted: Double {
        let support = labels.reduce(0) { $0 + $1.support }
        return support == 0 ? 0 : labels.reduce(0) { $0 + $1.f1 * Double($1.support) } / Double(support)
    }

    /// The mean of the rows' F1, 0–1, where a row without labels on both sides has 0; nil without rows.
    public var samples: Double? {
        guard n > 0 else { return nil }
        // In a fixed order, so that the sum is the same however the rows came.
        let sorted = rows.sorted { $0.key.rank < $1.key.rank }
        return sorted.reduce(0) { $0 + ($1.key.f1 ?? 0) * Double($1.value) } / Double(n)
    }

    /// The share of rows that are right in all labels, 0–1 (scikit-learn's `accuracy_score`); nil without rows.
    public var exactMatch: Double? { n == 0 ? nil : Double(exact) / Double(n) }
}

extension SetOverlap {
    fileprivate var rank: (Int, Int, Int) { (shared, candidate, reference) }
}
