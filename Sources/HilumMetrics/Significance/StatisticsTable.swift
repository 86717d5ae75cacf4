/// The statistics of samples of the same number of reports, laid out for adding up many selections of rows: columns in blocks of eight,
/// and the two systems' rows of a report next to each other.
struct StatisticsTable: Sendable {
    private var blocks: [[SIMD8<Double>]] = []
    private let reports: Int
    private(set) var width = 0

    init(reports: Int) {
        self.reports = reports
    }

    /// Row of the table that holds a report of a system.
    static func row(_ report: Int, ofCandidate isCandidate: Bool) -> Int { 2 * report + (isCandidate ? 1 : 0) }

    /// Adds the statistics of a sample.
    /// - Returns: its first column.
    mutating func append(_ sample: PairedSample) -> Int {
        let first = width
        width += sample.width
        while blocks.count * 8 < width { blocks.append([SIMD8](repeating: .zero, count: 2 * reports)) }
        for report in 0..<reports {
            for (offset, index) in sample.row(report).enumerated() {
                let (block, lane) = (first + offset).quotientAndRemainder(dividingBy: 8)
                blocks[block][Self.row(report, ofCandidate: false)][lane] = sample.baseline[index]
                blocks[block][Self.row(report, ofCandidate: true)][lane] = sample.candidate[index]
            }
        }
        return first
    }

    /// Adds up rows, of which any may be chosen more than once.
    /// - Parameter offset: is added to each row's number.
    /// - Returns: the sum of each column.
    func sums(of rows: [Int], offset: Int = 0) -> [Double] {
        var sums: [Double] = []
        sums.reserveCapacity(blocks.count * 8)
        for block in blocks {
            var sum = SIMD8<Double>.zero
            for row in rows { sum += block[row + offset] }
            for lane in 0..<8 { sums.append(sum[lane]) }
        }
        return sums
    }
}
