import HilumMetrics

/// Whether a gate holds, and why.
public struct GateResult: Sendable {
    public enum Verdict: String, Sendable {
        case passed, failed
        /// Worse by more than allowed, but not shown to be more than chance: it passes, and is told.
        case notShown = "not_shown"
        /// The same, and so few reports differ that nothing could be shown.
        case tooFew = "too_few"
    }

    public let gate: Gate
    public let verdict: Verdict
    /// Of a drop the mean of the reports that both have, of a floor or a ceiling that of all. Nil without reports.
    public let baseline: Double?
    public let now: Double?
    /// How the reports that both have compare; nil of a floor or a ceiling, which is not tested.
    public let comparison: MetricComparison?
    /// The verdict in words, without a full stop.
    public let text: String

    /// Whether the check fails for it.
    public var hasFailed: Bool { verdict == .failed }
    /// Whether it passes for want of evidence.
    public var isDoubtful: Bool { verdict == .notShown || verdict == .tooFew }

    /// What means may be off by, as sums of rounded numbers depend on their order.
    private static func tolerance(_ values: Double...) -> Double { 1e-10 * values.reduce(1) { $0 + $1.magnitude } }

    // MARK: Floors and ceilings

    /// Of a floor or a ceiling.
    init(_ gate: Gate, baseline: Double?, now: Double) {
        self.gate = gate
        self.baseline = baseline
        self.now = now
        comparison = nil
        let tolerance = Self.tolerance(gate.limit, now)
        let holds = gate.kind == .min ? now >= gate.limit - tolerance : now <= gate.limit + tolerance
        verdict = holds ? .passed : .failed
        let value = Self.text(now, toldFrom: gate.limit)
        let bound = gate.kind == .min ? "floor" : "ceiling"
        let side = gate.kind == .min ? "below" : "above"
        text =
            holds
            ? "\(gate.metric.name) is \(value), the \(bound) is \(gate.limitText)"
            : "\(gate.metric.name) is \(value), \(side) its \(bound) of \(gate.limitText)"
    }

    // MARK: Drops

    /// Of a drop.
    /// - Parameters:
    ///   - comparison: with the baseline, corrected over all gates of this kind.
    ///   - alpha: above 0, and up to 1, with which every drop counts as shown.
    init(_ gate: Gate, _ comparison: MetricComparison, alpha: Double) {
        let result = comparison.result
        self.gate = gate
        self.comparison = comparison
        baseline = result.baseline?.value
        now = result.candidate?.value
        guard let before = result.baseline, let now = result.candidate, let difference = result.difference, let p = result.p,
            let adjustedP = comparison.adjustedP
        else {
            // The plan refuses reports that lack the metric, and an input that shares none.
            verdict = .passed
            text = "\(gate.metric.name): undefined"
            return
        }
        let drop = gate.metric.isHigherBetter ? -difference.value : difference.value
        let isWorse = result.differing > 0 && drop > gate.limit + Self.tolerance(before.value, now.value, gate.limit)
        if !isWorse {
            verdict = .passed
        } else if adjustedP <= alpha {
            verdict = .failed
        } else {
            verdict = result.smallestP > alpha ? .tooFew : .notShown
        }
        let figures = Figures(difference)
        let values = "from \(figures.value(before.value)) to \(figures.value(now.value))"
        let tested = "p = \(p.shortest) (Holm \(adjustedP.shortest))"
        if result.differing == 0 {
            text = "\(gate.metric.name): the same in \(Self.all(result.reports))"
        } else if drop <= 0 {
            let verb = difference.value == 0 ? "is as good on average" : "is better"
            text = "\(gate.metric.name) \(verb), \(values)"
        } else {
            let verb = gate.metric.isHigherBetter ? "dropped" : "rose"
            let size = Self.size(of: drop, difference, toldFrom: gate.limit)
            let moved = "\(gate.metric.name) \(verb) \(values), by \(size)"
            switch verdict {
            case .passed: text = "\(moved); \(gate.limitText) is allowed"
            case .failed: text = "\(moved) where \(gate.limitText) is allowed: \(tested)"
            case .notShown:
                text = "\(moved) where \(gate.limitText) is allowed; it may be chance: \(tested), alpha \(alpha.shortest)"
            case .tooFew:
                text = """
                    \(moved) where \(gate.limitText) is allowed; it may be chance: \(Self.differ(result.differing)), so that p is \
                    \(result.smallestP.shortest) or more (--alpha 1 goes by the drop alone)
                    """
            }
        }
    }

    private static func all(_ reports: Int) -> String { reports == 1 ? "the only report" : "all \(reports) reports" }

    private static func differ(_ reports: Int) -> String {
        reports == 1 ? "only 1 report differs" : "only \(reports) reports differ"
    }

    /// `0.450 [0.151, 0.697]`: how much worse, with its interval.
    private static func size(of drop: Double, _ difference: PairedComparison.Estimate, toldFrom limit: Double) -> String {
        let isTurned = drop != difference.value
        let interval = difference.interval.map { isTurned ? Interval(low: -$0.high, high: -$0.low) : $0 }
        let figures = Figures(PairedComparison.Estimate(value: drop, interval: interval))
        let value = figures.value(drop)
        let told = value == figures.value(limit) ? text(drop, toldFrom: limit) : value
        return interval == nil ? told : "\(told) \(figures.interval(interval))"
    }

    /// With as many decimals, from three to nine, as it takes to tell it from another number.
    private static func text(_ value: Double, toldFrom other: Double) -> String {
        var decimals = 3
        while decimals < 9, value != other, value.fixed(decimals: decimals) == other.fixed(decimals: decimals) { decimals += 1 }
        return value.fixed(decimals: decimals)
    }
}
