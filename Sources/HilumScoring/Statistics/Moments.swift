/// Mean and spread of a number over many pairs. Values are summed as integers of 2⁻³⁶, so that the result is the same in whatever
/// order they come and however the work is divided.
public struct Moments: Sendable, Hashable {
    public private(set) var n = 0
    private var sum: Int128 = 0
    private var sumOfSquares: Int128 = 0
    private static let unit = Double(1 << 36)

    public init() {}

    /// - Parameter value: of a magnitude below 1,000; precise to 10⁻¹¹.
    public mutating func add(_ value: Double) {
        let scaled = Int128((value * Self.unit).rounded())
        n += 1
        sum += scaled
        sumOfSquares += scaled * scaled
    }

    public mutating func merge(_ other: Moments) {
        n += other.n
        sum += other.sum
        sumOfSquares += other.sumOfSquares
    }

    /// Nil without values.
    public var mean: Double? { n == 0 ? nil : Double(sum) / Double(n) / Self.unit }

    /// The standard deviation of a sample, √(Σ(x − mean)²/(n − 1)); nil with fewer than two values.
    public var sd: Double? {
        guard n > 1 else { return nil }
        // n·Σx² − (Σx)² in 256 bits: exact, so that it is never below 0 and equal values have no spread at all.
        let scaled = sumOfSquares.multipliedFullWidth(by: Int128(n))
        let square = sum.multipliedFullWidth(by: sum)
        let (low, borrows) = scaled.low.subtractingReportingOverflow(square.low)
        let high = scaled.high - square.high - (borrows ? 1 : 0)
        let deviation = (Double(high) * 0x1p128 + Double(low)) / Double(n) / Double(n - 1)
        return deviation.squareRoot() / Self.unit
    }

    /// The 95 % confidence interval of the mean by the normal approximation, mean ± 1.96·sd/√n; nil with fewer than two values.
    public var ci95: (low: Double, high: Double)? {
        guard let mean, let sd else { return nil }
        let margin = 1.96 * sd / Double(n).squareRoot()
        return (mean - margin, mean + margin)
    }
}
