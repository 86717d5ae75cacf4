import HilumOntology

/// F1 of the CheXpert labels over many pairs, as F1-CheXbert counts: positive and uncertain are 1, negative and blank are 0; a
/// label with nothing to divide by has F1 0 (scikit-learn's `zero_division=0`).
public struct CheXpertF1: Sendable, Hashable {
    private struct Counts: Sendable, Hashable {
        var both = 0
        var candidateOnly = 0
        var referenceOnly = 0

        var f1: Double {
            let weight = 2 * both + candidateOnly + referenceOnly
            return weight == 0 ? 0 : Double(2 * both) / Double(weight)
        }

        static func += (left: inout Counts, right: Counts) {
            left.both += right.both
            left.candidateOnly += right.candidateOnly
            left.referenceOnly += right.referenceOnly
        }
    }

    /// By label, in the order of `CheXpertLabel.allCases`.
    private var counts = [Counts](repeating: Counts(), count: CheXpertLabel.allCases.count)

    public init() {}

    public mutating func add(_ pair: CheXpertPair) {
        for index in counts.indices {
            switch (pair.reference.counted >> index & 1, pair.candidate.counted >> index & 1) {
            case (1, 1): counts[index].both += 1
            case (0, 1): counts[index].candidateOnly += 1
            case (1, 0): counts[index].referenceOnly += 1
            default: break
            }
        }
    }

    public mutating func merge(_ other: CheXpertF1) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// F1 over the counts of all labels together, 0–1.
    public func micro(_ labels: [CheXpertLabel] = CheXpertLabel.allCases) -> Double {
        counts(of: labels).reduce(into: Counts(), +=).f1
    }

    /// The mean of the labels' F1, 0–1.
    public func macro(_ labels: [CheXpertLabel] = CheXpertLabel.allCases) -> Double {
        labels.isEmpty ? 0 : counts(of: labels).reduce(0) { $0 + $1.f1 } / Double(labels.count)
    }

    private func counts(of labels: [CheXpertLabel]) -> [Counts] {
        zip(CheXpertLabel.allCases, counts).filter { labels.contains($0.0) }.map(\.1)
    }
}
