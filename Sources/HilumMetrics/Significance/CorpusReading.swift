/// How a number of a corpus is read off the sums of its reports' statistics. Sums are all that a resample needs, so that no report
/// is scored again (the habit of sacreBLEU, Post 2018).
public struct CorpusReading: Sendable {
    private let read: @Sendable (_ sums: ArraySlice<Double>, _ reports: Int) -> Double

    /// - Parameter read: gives the number from the sum of each statistic and the number of reports, which is at least 1. It must be
    ///   defined for sums of any selection of reports.
    public init(_ read: @escaping @Sendable (_ sums: ArraySlice<Double>, _ reports: Int) -> Double) {
        self.read = read
    }

    package func callAsFunction(_ sums: ArraySlice<Double>, reports: Int) -> Double { read(sums, reports) }

    /// The mean of the reports' scores, their one statistic.
    public static let mean = CorpusReading { sums, reports in sums.reduce(0, +) / Double(reports) }

    /// F1 of labels over a corpus, of the counts of all labels together.
    ///
    /// Of each label a report has three statistics, each 0 or 1, one after another: positive in both, positive in the candidate,
    /// positive in the reference (`LabelStatistics`).
    /// - Parameter labels: which of them count.
    public static func microF1(of labels: [Int]) -> CorpusReading {
        CorpusReading { sums, _ in
            let all = labels.reduce(into: [0.0, 0, 0]) { all, label in
                for part in 0..<3 { all[part] += sums[sums.startIndex + 3 * label + part] }
            }
            return f1(all[...])
        }
    }

    /// The mean of the labels' F1; one that is nowhere positive has F1 0, as with scikit-learn's `zero_division=0`.
    public static func macroF1(of labels: [Int]) -> CorpusReading {
        CorpusReading { sums, _ in
            let parts = labels.map { f1(sums[(sums.startIndex + 3 * $0)...].prefix(3)) }
            return parts.isEmpty ? 0 : parts.reduce(0, +) / Double(parts.count)
        }
    }

    private static func f1(_ counts: ArraySlice<Double>) -> Double {
        let start = counts.startIndex
        let overlap = SetOverlap(
            shared: Int(counts[start]), candidate: Int(counts[start + 1]), reference: Int(counts[start + 2]))
        return overlap.f1 ?? 0
    }
}

/// What a report adds to the F1 of labels.
public enum LabelStatistics {
    /// Three numbers a label: positive in both, in the candidate, in the reference.
    /// - Parameters:
    ///   - candidate: whether each label is positive, nil to leave it out; as many as in `reference`.
    public static func of(candidate: [Bool?], reference: [Bool?]) -> [Double] {
        zip(candidate, reference).flatMap { candidate, reference -> [Double] in
            guard let candidate, let reference else { return [0, 0, 0] }
            return [candidate && reference ? 1 : 0, candidate ? 1 : 0, reference ? 1 : 0]
        }
    }
}
