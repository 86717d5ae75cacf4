import HilumOntology
import HilumScoring

/// What a number of the reports that are checked has to keep to.
///
///     let gate = try Gate(.maxDrop, "kg_reward=0.01")
///     gate.rule  // "kg_reward drops by no more than 0.01"
public struct Gate: Sendable, Hashable {
    public enum Kind: String, Sendable {
        /// How far it may get worse than in the baseline, in its own direction.
        case maxDrop = "max_drop"
        /// A floor under it, where more is better.
        case min
        /// A ceiling over it, where less is better.
        case max
    }

    /// Why there is no such gate: the call is wrong.
    public struct Unusable: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    public let kind: Kind
    public let metric: ComparedMetric
    /// Finite; of `maxDrop` not below 0.
    public let limit: Double

    /// Of the reward and of clinically significant errors: neither may get worse.
    public static let standard = [Metric.reward, .significantErrors].map {
        Gate(.maxDrop, ComparedMetric($0.rawValue), limit: 0)
    }

    /// The names that a gate takes: the scores of `hilum score`, and `chexpert_f1_micro_14` and the like.
    public static let names = Metric.allCases.map(\.rawValue) + CheXpertReading.names

    init(_ kind: Kind, _ metric: ComparedMetric, limit: Double) {
        self.kind = kind
        self.metric = metric
        self.limit = limit
    }

    /// - Parameter text: `metric=limit`.
    /// - Throws: what is wrong with it, for who called.
    public init(_ kind: Kind, _ text: String) throws(Unusable) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw Unusable(description: "\(NameList.quoted(text)): metric=number is expected") }
        guard Self.names.contains(parts[0]) else {
            throw Unusable(
                description:
                    "there is no metric \(NameList.quoted(parts[0])); the metrics are \(Self.names.joined(separator: ", "))")
        }
        let metric = ComparedMetric(parts[0])
        guard let limit = Double(parts[1]), limit.isFinite else {
            throw Unusable(description: "\(metric.name): \(NameList.quoted(parts[1])) is no number")
        }
        switch kind {
        case .maxDrop where limit < 0:
            throw Unusable(
                description: "\(metric.name): a drop is 0 or more; it counts in the direction in which the metric gets worse")
        case .min where !metric.isHigherBetter:
            throw Unusable(description: "\(metric.name) is better the lower it is: give it a ceiling with --max")
        case .max where metric.isHigherBetter:
            throw Unusable(description: "\(metric.name) is better the higher it is: give it a floor with --min")
        default: break
        }
        let range = metric.range
        let most = kind == .maxDrop ? range.upperBound - range.lowerBound : range.upperBound
        let least = kind == .maxDrop ? 0 : range.lowerBound
        guard (least...most).contains(limit) else {
            throw Unusable(
                description:
                    "\(metric.name) is from \(range.lowerBound.shortest) to \(range.upperBound.shortest): \(limit.shortest) "
                    + "is out of its reach")
        }
        self.init(kind, metric, limit: limit)
    }

    /// What it asks for, in words.
    public var rule: String {
        switch kind {
        case .maxDrop: "\(metric.name) \(metric.isHigherBetter ? "drops" : "rises") by no more than \(limitText)"
        case .min: "\(metric.name) is \(limitText) or more"
        case .max: "\(metric.name) is \(limitText) or less"
        }
    }

    /// As a table has it: `drop <= 0.01`.
    package var shortRule: String {
        switch kind {
        case .maxDrop: "\(metric.isHigherBetter ? "drop" : "rise") <= \(limitText)"
        case .min: ">= \(limitText)"
        case .max: "<= \(limitText)"
        }
    }

    /// With all of its digits: `0.01`.
    var limitText: String {
        var text = limit.fixed(decimals: 6)
        guard Double(text) == limit else { return "\(limit)" }
        while text.contains("."), text.last == "0" || text.last == "." { text.removeLast() }
        return text
    }
}

extension ComparedMetric {
    /// The values that it can have.
    var range: ClosedRange<Double> { Metric(rawValue: name)?.range ?? 0...1 }
}

extension ClosedRange<Double> {
    /// Whether a measure with these values counts something, as shares have a greatest value.
    var isOfCounts: Bool { upperBound.isInfinite }
}
