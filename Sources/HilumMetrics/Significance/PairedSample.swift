/// What two systems come to on the same reports: statistics that add up over reports, and the numbers read off their sums.
public struct PairedSample: Sendable {
    /// Of both systems, report after report, `width` statistics each.
    let baseline: [Double]
    let candidate: [Double]
    let width: Int
    public let reports: Int
    let readings: [CorpusReading]

    /// The mean of a score that each report has.
    /// - Parameter scores: finite; a pair a report, in an order that does not depend on how the reports came.
    public init(_ scores: [(baseline: Double, candidate: Double)]) {
        baseline = scores.map(\.baseline)
        candidate = scores.map(\.candidate)
        width = 1
        reports = scores.count
        readings = [.mean]
    }

    /// Numbers of a corpus that are no means of its reports' scores.
    /// - Parameter statistics: finite; of each report the same number of statistics for either system.
    public init(statistics: [(baseline: [Double], candidate: [Double])], readings: [CorpusReading]) {
        let width = statistics.first?.baseline.count ?? 0
        precondition(
            statistics.allSatisfy { $0.baseline.count == width && $0.candidate.count == width },
            "every report has the same number of statistics")
        baseline = statistics.flatMap(\.baseline)
        candidate = statistics.flatMap(\.candidate)
        self.width = width
        reports = statistics.count
        self.readings = readings
    }

    func row(_ report: Int) -> Range<Int> { report * width..<(report + 1) * width }

    /// The sum of each statistic over the reports.
    func sums(of values: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: width)
        for (index, value) in values.enumerated() { sums[index % width] += value }
        return sums
    }

    /// What a difference of a reading may be off by, as sums of rounded numbers depend on their order: 10⁻¹² of what the reading
    /// would be of magnitudes. Real scores that differ do so by far more.
    func tolerance(of reading: CorpusReading) -> Double {
        guard reports > 0 else { return 0 }
        let sides = [baseline, candidate].map { reading(sums(of: $0.map(\.magnitude))[...], reports: reports) }
        return Self.relativeTolerance * (sides[0] + sides[1])
    }

    /// How the candidate's statistic stands to the baseline's on one report.
    func order(at index: Int) -> Order {
        let (left, right) = (baseline[index], candidate[index])
        if abs(left - right) <= Self.relativeTolerance * max(left.magnitude, right.magnitude) { return .equal }
        return left < right ? .higher : .lower
    }

    enum Order { case higher, equal, lower }

    /// Reports on which the systems differ in any statistic. To swap the others changes nothing.
    var differing: [Int] {
        (0..<reports).filter { row($0).contains { order(at: $0) != .equal } }
    }

    private static let relativeTolerance = 1e-12
}
