import HilumExtraction
import Testing

@testable import HilumScoring

/// What every metric makes of reports that say nothing: the policy of a blank pair, and of a blank candidate.
@Suite("Blank reports")
struct BlankReportTests {
    private static let written = [Said("effusion", side: .left, size: .small, change: .increased), Said("pneumothorax", .absent)]

    /// 1 for scores of agreement, as the two say the same; 0 in BLEU and ROUGE, which have nothing to share; nothing to count.
    @Test("Two blank reports follow the stated policy of each metric", arguments: Metric.allCases)
    func pair(metric: Metric) {
        let expected: Double =
            switch metric {
            case .reward, .precision, .recall, .f1, .entityIoU, .relationIoU, .consistency, .green, .crimson: 1
            case .radgraphSimple, .radgraphPartial, .radgraphComplete, .temporalF1: 1
            case .significantErrors, .insignificantErrors, .matchedFindings: 0
            case .bleu1, .bleu2, .bleu3, .bleu4, .rouge1, .rouge2, .rougeL: 0
            }
        #expect(metric.value(of: score([], against: [])) == expected)
        let spaces = ReportGraph(ontology: TinyOntology.shared, text: Array(" \n".utf8))
        #expect(metric.value(of: scorer.score(candidate: spaces, reference: .saying([]))) == expected)
    }

    @Test(
        "A blank candidate against a report has the least of each metric that asks for what is said", arguments: Metric.allCases)
    func candidate(metric: Metric) throws {
        let value = try #require(metric.value(of: score([], against: Self.written)))
        switch metric {
        // Who says nothing contradicts nothing; and the tables of these tests have no word of change.
        case .consistency, .temporalF1: #expect(value == 1)
        case .significantErrors: #expect(value == 1)
        case .insignificantErrors: #expect(value == 0)
        default: #expect(value < 1e-9)
        }
    }

    @Test("A report against a blank reference has the least, too", arguments: Metric.allCases)
    func reference(metric: Metric) throws {
        let value = try #require(metric.value(of: score(Self.written, against: [])))
        switch metric {
        // Who says nothing contradicts nothing; and the tables of these tests have no word of change.
        case .consistency, .temporalF1: #expect(value == 1)
        case .significantErrors: #expect(value == 1)
        case .insignificantErrors: #expect(value == 0)
        default: #expect(value < 1e-9)
        }
    }
}
