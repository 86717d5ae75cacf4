/// From a low to a high number, both included.
public struct Interval: Sendable, Hashable {
    public var low: Double
    public var high: Double

    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// The percentile interval of resampled values: their quantiles at (1 − `confidence`)/2 and (1 + `confidence`)/2, between two
    /// values by linear interpolation as in numpy.
    /// - Parameter confidence: above 0 and below 1.
    /// - Returns: nil without values.
    public init?(percentilesOf values: [Double], confidence: Double) {
        let sorted = values.sorted()
        guard let low = Self.quantile((1 - confidence) / 2, of: sorted),
            let high = Self.quantile((1 + confidence) / 2, of: sorted)
        else { return nil }
        self.init(low: low, high: high)
    }

    private static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
        guard let last = sorted.last else { return nil }
        let place = share * Double(sorted.count - 1)
        let index = Int(place)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
    }
}
