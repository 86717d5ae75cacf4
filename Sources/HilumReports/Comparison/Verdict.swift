import HilumMetrics

/// What a comparison comes to in words.
public struct Verdict: Sendable, Hashable {
    public enum Outcome: String, Sendable {
        /// The system is, after correction.
        case better, worse
        /// No difference is shown.
        case open
        /// No difference can be shown with so few reports.
        case tooFew = "too_few"
        /// All reports have the same score.
        case same
        /// No report has the metric in both files.
        case undefined
    }

    public let outcome: Outcome
    /// A sentence without a full stop.
    public let text: String

    init(of system: String, metric: ComparedMetric, result: PairedComparison, adjustedP: Double?, alpha: Double) {
        guard let difference = result.difference, let p = result.p, let adjustedP else {
            outcome = .undefined
            text = "\(metric.name): undefined, as no report has it in both files"
            return
        }
        let figures = Figures(difference)
        let direction = metric.isHigherBetter ? "" : " (less is better)"
        let change = "\(metric.name) \(figures.difference)\(direction), p = \(p.shortest) (Holm \(adjustedP.shortest))"
        if result.differing == 0 {
            outcome = .same
            text = "\(metric.name): the same in \(result.reports == 1 ? "the only report" : "all \(result.reports) reports")"
        } else if adjustedP <= alpha {
            let isBetter = (difference.value > 0) == metric.isHigherBetter
            outcome = isBetter ? .better : .worse
            text = "\(system) is \(isBetter ? "better" : "worse"): \(change)"
        } else if result.smallestP > alpha {
            outcome = .tooFew
            let count =
                result.differing == result.reports
                ? Self.reports(result.reports) : "\(result.differing) of \(Self.reports(result.reports)) that differ"
            text =
                "\(metric.name): no difference can be shown with \(count): the smallest possible p is \(result.smallestP.shortest)"
        } else if p <= alpha {
            outcome = .open
            text = "no difference is shown once all tests are counted: \(change)"
        } else {
            outcome = .open
            text = "no difference is shown: \(change)"
        }
    }

    private static func reports(_ count: Int) -> String { "\(count) \(count == 1 ? "report" : "reports")" }

    /// Says so where no test can come below the level after correction, whatever the scores.
    static func noteOfTooFew(_ results: [PairedComparison], tests: Int, alpha: Double) -> String? {
        let possible = results.filter { $0.p != nil }
        guard let smallest = possible.map(\.smallestP).min(), smallest * Double(tests) > alpha else { return nil }
        let isSampled = possible.contains { $0.test != .exact }
        return """
            no difference can be shown: the smallest possible p is \(smallest.shortest), and \(tests) \(tests == 1 ? "test" : "tests") at the level \
            \(alpha.shortest) ask for \((alpha / Double(tests)).shortest) of one. Compare \(isSampled ? "with more --resamples" : "more reports")\
            \(tests > 1 ? ", or in fewer --metrics" : "")
            """
    }
}

/// Figures of a comparison, with as many decimals as its interval gives a meaning to.
package struct Figures {
    private let decimals: Int

    /// - Parameter difference: by whose interval the decimals go.
    package init(_ difference: PairedComparison.Estimate) {
        self.estimate = difference
        let width = difference.interval.map { $0.high - $0.low } ?? 0
        var decimals = 3
        var unit = 0.01
        // Two digits of the interval's width, unless that is mere rounding.
        while width > 1e-6, width < unit, decimals < 6 {
            decimals += 1
            unit /= 10
        }
        self.decimals = decimals
    }

    private let estimate: PairedComparison.Estimate

    /// `0.643`
    package func value(_ value: Double) -> String { value.fixed(decimals: decimals) }

    /// `[0.410, 0.850]`; blank without an interval.
    package func interval(_ interval: Interval?) -> String {
        interval.map { "[\(value($0.low)), \(value($0.high))]" } ?? ""
    }

    /// `+0.031 [0.012, 0.050]`
    package var difference: String {
        let text = value(estimate.value)
        let signed = text.hasPrefix("-") ? text : "+\(text)"
        return estimate.interval == nil ? signed : "\(signed) \(interval(estimate.interval))"
    }
}
