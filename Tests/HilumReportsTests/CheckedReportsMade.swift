import HilumOntology
import HilumScoring
import HilumTestSupport

@testable import HilumReports

/// Scores made by hand, for checks of them.
enum Made {
    static let signature = "hilum:0|ontology:1|chexpert-uncertain:positive"

    struct Report {
        var id: String
        var reward: Double
        /// Findings that are left out.
        var errors: [String] = []
        var reference = "Same."
        /// Of the label Edema, which every reference has.
        var hasEdema = true
    }

    /// On lines 2, 3, ….
    static func checked(_ reports: [Report], signature: String = signature) -> CheckedReports {
        var scores = ScoredReports(file: "in.csv")
        scores.add(signature: signature)
        var rows: [CheckedReports.Report] = []
        for (index, report) in reports.enumerated() {
            scores.append(id: Array(report.id.utf8))
            // To six decimals, as scores are kept.
            scores.set((report.reward * 1e6).rounded() / 1e6, of: "kg_reward")
            scores.set(Double(report.errors.count), of: "clinically_significant_errors")
            for label in CheXpertLabel.allCases {
                scores.set(label == .edema ? 1 : nil, of: "reference \(label.rawValue)")
                scores.set(label == .edema && report.hasEdema ? 1 : nil, of: "candidate \(label.rawValue)")
            }
            rows.append(
                CheckedReports.Report(
                    line: index + 2, reference: TextHash(of: report.reference.utf8), isBlank: false,
                    errors: report.errors.map(error)))
        }
        return CheckedReports(scores: scores, reports: rows)
    }

    static func error(_ finding: String) -> FactualityError {
        FactualityError(
            category: .omissionFinding, isSignificant: true, finding: finding,
            reference: Quotation(text: finding, span: .init(0, finding.utf8.count)), candidate: nil,
            explanation: "the reference reports \(finding), which the candidate leaves out")
    }

    /// As a file has it.
    static func text(_ checked: CheckedReports) -> String {
        var writer = JSONWriter()
        BaselineJSON.append(checked, to: &writer)
        return writer.text
    }

    /// Written and read again.
    static func baseline(_ checked: CheckedReports) throws -> Baseline { try baseline(text: text(checked)) }

    static func baseline(text: String) throws -> Baseline {
        let folder = try TemporaryFolder()
        return try Baseline(path: try folder.file("baseline.json", text))
    }

    /// Enough where the test is exact.
    static let resamples = 200

    static func result(
        _ now: [Report], against before: [Report], _ gates: [Gate] = Gate.standard, alpha: Double = 0.05,
        allowsMissing: Bool = false
    ) throws -> CheckResult {
        try CheckPlan(
            of: checked(now), against: baseline(checked(before)), gates: gates, alpha: alpha, allowsMissing: allowsMissing,
            resamples: resamples
        ).result()
    }

    /// Rewards and errors by chance.
    static func random(_ count: Int, seed: UInt64) -> [Report] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            let reward = Double(generator.index(below: 1_000_001)) / 1e6
            let errors = (0..<generator.index(below: 3)).map { "finding \($0)" }
            return Report(id: "r\(index)", reward: reward, errors: errors, hasEdema: generator.index(below: 2) == 0)
        }
    }
}
