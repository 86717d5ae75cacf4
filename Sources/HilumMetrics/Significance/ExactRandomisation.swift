/// Paired randomisation over all patterns of swaps, for samples with few reports that differ.
enum ExactRandomisation {
    /// 2¹⁶ patterns at the most, of which one half mirrors the other.
    static let mostDiffering = 16

    /// The two-sided p of each reading: the share of the 2ᵏ patterns that swap some of the k differing reports in which the
    /// difference is at least as large as the observed one, itself among them.
    /// - Parameter differing: the reports to swap, at most `mostDiffering`.
    static func p(of sample: PairedSample, differing: [Int]) -> [Double] {
        guard let free = differing.dropFirst().isEmpty ? nil : differing.dropFirst() else {
            // None or one to swap: every pattern is the observed one or its mirror.
            return sample.readings.map { _ in 1 }
        }
        let base = sample.sums(of: sample.baseline)
        let total = zip(base, sample.sums(of: sample.candidate)).map(+)
        let tolerances = sample.readings.map(sample.tolerance)
        let half = free.count / 2
        let low = sums(of: free.prefix(half), in: sample)
        let high = sums(of: free.dropFirst(half), in: sample)
        var observed: [Double] = []
        var counts = [Int](repeating: 0, count: sample.readings.count)
        var baseline = base
        var candidate = base
        for highSums in high {
            for lowSums in low {
                for column in base.indices {
                    baseline[column] = base[column] + highSums[column] + lowSums[column]
                    candidate[column] = total[column] - baseline[column]
                }
                let differences = sample.readings.map {
                    abs($0(candidate[...], reports: sample.reports) - $0(baseline[...], reports: sample.reports))
                }
                // The first pattern swaps nothing.
                if observed.isEmpty { observed = differences }
                for index in counts.indices where differences[index] >= observed[index] - tolerances[index] { counts[index] += 1 }
            }
        }
        // Swapping the first differing report as well mirrors each pattern, and the difference only changes its sign.
        return counts.map { Double($0) / Double(low.count * high.count) }
    }

    /// What swapping adds to the baseline's sums, for every selection of some reports; the first selects none.
    private static func sums(of reports: ArraySlice<Int>, in sample: PairedSample) -> [[Double]] {
        var sums = [[Double](repeating: 0, count: sample.width)]
        for report in reports {
            let change = sample.row(report).map { sample.candidate[$0] - sample.baseline[$0] }
            sums += sums.map { zip($0, change).map(+) }
        }
        return sums
    }
}
