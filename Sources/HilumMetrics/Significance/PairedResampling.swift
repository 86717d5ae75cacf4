/// Compares two systems on the same reports: paired approximate randomisation for p (Noreen 1989; Riezler and Maxwell 2005), exact
/// where few reports differ, and the paired bootstrap for intervals (Efron 1979; Koehn 2004).
///
///     let reward = PairedSample([(baseline: 0.51, candidate: 0.62), …])
///     let comparison = PairedResampling([reward]).comparisons()[0][0]
///     comparison.difference.value  // 0.11
///     comparison.p                 // 0.0003
///
/// Samples of as many reports share the drawn ones. Each resample has its own random numbers, which depend on the seed, its number and the number of
/// reports alone: neither other samples nor the division of the work change a result.
public struct PairedResampling: Sendable {
    public static let standardResamples = 10_000
    public static let standardSeed: UInt64 = 12_345

    private let samples: [PairedSample]
    public let resamples: Int
    public let seed: UInt64
    private let panels: [Panel]
    /// Of each sample.
    private let differing: [[Int]]
    private let readings: [[Reading]]

    /// Samples of the same number of reports, summed at once.
    private struct Panel: Sendable {
        var reports: Int
        var table: StatisticsTable
        var total: [Double] = []
        var members: [(sample: Int, firstColumn: Int)] = []
        /// Whether a sample of it has too many differing reports for all patterns.
        var draws = false
    }

    /// What of a reading does not depend on a resample.
    private struct Reading: Sendable {
        var read: CorpusReading
        var baseline: Double
        var candidate: Double
        /// What a difference may be off by.
        var tolerance: Double
        /// The least difference that counts as large as the observed one.
        var threshold: Double { abs(candidate - baseline) - tolerance }
    }

    /// What resamples have come to; parts may be merged in any order.
    public struct Draws: Sendable {
        /// Of each sample, of each reading.
        fileprivate var outcomes: [[Outcome]]

        fileprivate struct Outcome: Sendable {
            /// Resamples in which the difference is at least as large as the observed one.
            var extreme = 0
            /// Of the bootstrap.
            var baseline: [Double] = []
            var candidate: [Double] = []
        }

        public mutating func merge(_ other: Draws) {
            for sample in outcomes.indices {
                for reading in outcomes[sample].indices {
                    outcomes[sample][reading].extreme += other.outcomes[sample][reading].extreme
                    outcomes[sample][reading].baseline += other.outcomes[sample][reading].baseline
                    outcomes[sample][reading].candidate += other.outcomes[sample][reading].candidate
                }
            }
        }
    }

    /// - Parameters:
    ///   - resamples: of the bootstrap, and of the randomisation where it is not exact; at least 1.
    public init(_ samples: [PairedSample], resamples: Int = standardResamples, seed: UInt64 = standardSeed) {
        self.samples = samples
        self.resamples = resamples
        self.seed = seed
        differing = samples.map(\.differing)
        readings = samples.map { sample in
            guard sample.reports > 0 else { return [] }
            let sums = [sample.baseline, sample.candidate].map(sample.sums)
            return sample.readings.map { read in
                Reading(
                    read: read, baseline: read(sums[0][...], reports: sample.reports),
                    candidate: read(sums[1][...], reports: sample.reports), tolerance: sample.tolerance(of: read))
            }
        }
        var panels: [Panel] = []
        for (index, sample) in samples.enumerated() where sample.reports > 0 {
            let place = panels.firstIndex { $0.reports == sample.reports } ?? panels.count
            if place == panels.count {
                panels.append(Panel(reports: sample.reports, table: StatisticsTable(reports: sample.reports)))
            }
            panels[place].members.append((index, panels[place].table.append(sample)))
            if differing[index].count > ExactRandomisation.mostDiffering { panels[place].draws = true }
        }
        for index in panels.indices {
            panels[index].total = panels[index].table.sums(of: Array(0..<2 * panels[index].reports))
        }
        self.panels = panels
    }

    // MARK: Resamples

    /// Makes some of the resamples.
    /// - Parameter range: within 0..<`resamples`.
    public func draws(_ range: Range<Int>) -> Draws {
        var draws = Draws(outcomes: samples.map { sample in sample.readings.map { _ in Draws.Outcome() } })
        for panel in panels {
            for resample in range {
                var generator = SeededGenerator(seed: seed, stream: UInt64(resample))
                let swapped = Self.swapped(panel.reports, using: &generator)
                if panel.draws { randomise(panel, rows: swapped, into: &draws) }
                bootstrap(panel, rows: Self.drawn(panel.reports, using: &generator), into: &draws)
            }
        }
        return draws
    }

    /// Of each report the row of one system or the other, each with probability ½.
    private static func swapped(_ reports: Int, using generator: inout SeededGenerator) -> [Int] {
        var bits: UInt64 = 0
        return (0..<reports).map { report in
            if report % 64 == 0 { bits = generator.next() }
            defer { bits >>= 1 }
            return StatisticsTable.row(report, ofCandidate: bits & 1 == 1)
        }
    }

    /// The baseline's rows of as many reports as there are, drawn with replacement.
    private static func drawn(_ reports: Int, using generator: inout SeededGenerator) -> [Int] {
        (0..<reports).map { _ in StatisticsTable.row(generator.index(below: reports), ofCandidate: false) }
    }

    private func randomise(_ panel: Panel, rows: [Int], into draws: inout Draws) {
        let baseline = panel.table.sums(of: rows)
        // Each report's other row.
        let candidate = zip(panel.total, baseline).map(-)
        for (sample, reading, left, right) in values(panel, baseline, candidate)
        where abs(right - left) >= readings[sample][reading].threshold {
            draws.outcomes[sample][reading].extreme += 1
        }
    }

    private func bootstrap(_ panel: Panel, rows: [Int], into draws: inout Draws) {
        let candidate = panel.table.sums(of: rows, offset: StatisticsTable.row(0, ofCandidate: true))
        for (sample, reading, left, right) in values(panel, panel.table.sums(of: rows), candidate) {
            draws.outcomes[sample][reading].baseline.append(left)
            draws.outcomes[sample][reading].candidate.append(right)
        }
    }

    /// What each reading makes of sums.
    private func values(
        _ panel: Panel, _ baseline: [Double], _ candidate: [Double]
    ) -> [(sample: Int, reading: Int, baseline: Double, candidate: Double)] {
        var values: [(sample: Int, reading: Int, baseline: Double, candidate: Double)] = []
        for (sample, firstColumn) in panel.members {
            let columns = firstColumn..<firstColumn + samples[sample].width
            for (index, reading) in readings[sample].enumerated() {
                let left = reading.read(baseline[columns], reports: panel.reports)
                values.append((sample, index, left, reading.read(candidate[columns], reports: panel.reports)))
            }
        }
        return values
    }

    // MARK: Results

    /// All resamples on one thread.
    /// - Parameter confidence: of the intervals, above 0 and below 1.
    /// - Returns: a comparison for each reading of each sample.
    public func comparisons(confidence: Double = 0.95) -> [[PairedComparison]] {
        comparisons(from: draws(0..<resamples), confidence: confidence)
    }

    /// - Parameter draws: all resamples, each once.
    public func comparisons(from draws: Draws, confidence: Double = 0.95) -> [[PairedComparison]] {
        samples.indices.map { index in
            let sample = samples[index]
            let differing = differing[index]
            let isExact = differing.count <= ExactRandomisation.mostDiffering
            let exact = isExact && sample.reports > 0 ? ExactRandomisation.p(of: sample, differing: differing) : []
            return sample.readings.indices.map { reading in
                let outcome = draws.outcomes[index][reading]
                let p = isExact ? exact.dropFirst(reading).first : Double(1 + outcome.extreme) / Double(1 + resamples)
                return PairedComparison(
                    sample: sample,
                    reading: readings[index].dropFirst(reading).first.map { ($0.baseline, $0.candidate, $0.tolerance) }, p: p,
                    differing: differing.count, test: isExact ? .exact : .sampled(resamples),
                    bootstrap: (outcome.baseline, outcome.candidate), confidence: confidence)
            }
        }
    }
}
