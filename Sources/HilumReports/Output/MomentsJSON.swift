import HilumScoring

extension JSONWriter {
    /// `[low, high]`, or null if there is none.
    mutating func interval(_ interval: (low: Double, high: Double)?) {
        guard let interval else { return null() }
        array {
            $0.number(interval.low)
            $0.number(interval.high)
        }
    }

    /// `{"mean", "sd", "ci95": [low, high]}`; what too few values leave open is null. `sd` is the standard deviation of a sample.
    /// - Parameter withCount: whether to add `"n"`, the number of the values, as where some rows have none.
    public mutating func moments(_ moments: Moments, withCount: Bool = false) {
        object {
            $0.key("mean")
            $0.number(moments.mean)
            $0.key("sd")
            $0.number(moments.sd)
            $0.key("ci95")
            $0.interval(moments.ci95)
            if withCount {
                $0.key("n")
                $0.integer(moments.n)
            }
        }
    }
}
