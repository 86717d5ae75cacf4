import HilumScoring

/// A number that the page shows of a pair.
enum PageMeasure: Sendable, Hashable {
    case metric(Metric)
    /// Errors of any kind, significant or not.
    case errors
    /// The lower coverage of the two texts.
    case coverage
    /// Errors that a judge counts.
    case judgeSignificant, judgeInsignificant

    /// The scores that say most, those that were asked for.
    static func mainMetrics(of parts: Set<ScorePart>) -> [Metric] {
        let metrics: [Metric] = [
            .reward, .green, .crimson, .significantErrors, .insignificantErrors, .radgraphPartial, .temporalF1, .bleu4, .rougeL,
        ]
        return metrics.filter { parts.contains($0.part) }
    }

    /// The columns of the table of reports; errors of any kind are only filtered by.
    /// - Parameter isJudged: whether a judge's counts stand beside Hilum's.
    static func columns(of parts: Set<ScorePart>, isJudged: Bool) -> [PageMeasure] {
        var columns = mainMetrics(of: parts).map { PageMeasure.metric($0) }
        if isJudged {
            let errors = columns.lastIndex(of: .metric(.insignificantErrors)) ?? columns.count - 1
            columns.insert(contentsOf: [.judgeSignificant, .judgeInsignificant], at: errors + 1)
        }
        return columns + [.coverage] + (parts.contains(.factuality) ? [.errors] : [])
    }

    /// What is drawn as a histogram: the four that say most.
    static func plotted(of parts: Set<ScorePart>) -> [PageMeasure] {
        let wanted: [PageMeasure] = [
            .metric(.reward), .metric(.green), .metric(.crimson), .errors, .metric(.radgraphPartial), .metric(.temporalF1),
            .metric(.bleu4), .metric(.rougeL),
        ]
        return Array(wanted.filter { $0.part.map(parts.contains) ?? true }.prefix(4))
    }

    /// The part of a score that it is of; nil where it goes with any.
    private var part: ScorePart? {
        switch self {
        case .metric(let metric): metric.part
        case .errors: .factuality
        case .coverage, .judgeSignificant, .judgeInsignificant: nil
        }
    }

    /// By which the page's script knows it; those of metrics are the names under which they are written elsewhere.
    var key: String {
        switch self {
        case .metric(let metric): metric.rawValue
        case .errors: "errors"
        case .coverage: "coverage"
        case .judgeSignificant: "judge_clinically_significant_errors"
        case .judgeInsignificant: "judge_clinically_insignificant_errors"
        }
    }

    var title: String {
        switch self {
        case .metric(let metric): metric.title
        case .errors: "errors"
        case .coverage: "coverage"
        case .judgeSignificant: "judge: significant"
        case .judgeInsignificant: "judge: insignificant"
        }
    }

    /// As shown.
    var decimals: Int {
        isCount ? 0 : self == .coverage ? 2 : 3
    }

    var isCount: Bool { range.isOfCounts }

    /// The values that it can have.
    var range: ClosedRange<Double> {
        switch self {
        case .metric(let metric): metric.range
        case .errors, .judgeSignificant, .judgeInsignificant: 0...(.infinity)
        case .coverage: 0...1
        }
    }

    var isHigherBetter: Bool {
        switch self {
        case .metric(let metric): metric.isHigherBetter
        case .errors, .judgeSignificant, .judgeInsignificant: false
        case .coverage: true
        }
    }

    /// As it is written, with six decimals at the most; nil of a part that was not asked for, and without an answer of the judge.
    func value(of score: PairScore, judge: Factuality?) -> Double? {
        switch self {
        case .metric(.crimson): score.writtenCRIMSON
        case .metric(let metric): metric.value(of: score)
        case .errors: Double(score.factuality.total)
        case .coverage: score.coverage.lower
        case .judgeSignificant: (judge?.significant.total).map(Double.init)
        case .judgeInsignificant: (judge?.insignificant.total).map(Double.init)
        }
    }
}

extension Metric {
    var isCount: Bool { range.isOfCounts }

    /// For people, short enough for the head of a column.
    var title: String {
        switch self {
        case .reward: "reward"
        case .precision: "precision"
        case .recall: "recall"
        case .f1: "F1"
        case .entityIoU: "entity IoU"
        case .relationIoU: "relation IoU"
        case .consistency: "consistency"
        case .significantErrors: "significant errors"
        case .insignificantErrors: "insignificant errors"
        case .green: "GREEN"
        case .matchedFindings: "matched findings"
        case .crimson: "CRIMSON"
        case .radgraphSimple: "RadGraph simple"
        case .radgraphPartial: "RadGraph partial"
        case .radgraphComplete: "RadGraph complete"
        case .temporalF1: "temporal F1"
        case .bleu1: "BLEU-1"
        case .bleu2: "BLEU-2"
        case .bleu3: "BLEU-3"
        case .bleu4: "BLEU-4"
        case .rouge1: "ROUGE-1"
        case .rouge2: "ROUGE-2"
        case .rougeL: "ROUGE-L"
        }
    }
}
