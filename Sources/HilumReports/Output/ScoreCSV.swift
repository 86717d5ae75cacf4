import HilumOntology
import HilumScoring

/// Writes scores as CSV, one row a pair. CheXpert labels are 1, 0, -1 or empty, as in the files of CheXpert.
public struct ScoreCSV: Sendable {
    private let parts: Set<ScorePart>
    private let signature: String

    /// - Parameters:
    ///   - parts: what to write, all by default; the coverage goes with any.
    ///   - signature: what the scores depend on; see `Scorer.signature`.
    public init(parts: Set<ScorePart> = .all, signature: String) {
        self.parts = parts
        self.signature = signature
    }

    /// The names of the columns.
    public var header: [String] {
        var header = ["id"]
        header += metrics.map(\.rawValue)
        if parts.contains(.factuality) {
            header += ErrorCategory.allCases.map { "significant_\($0.rawValue)" }
            header += ErrorCategory.allCases.map { "insignificant_\($0.rawValue)" }
        }
        if parts.contains(.chexpert) {
            header += CheXpertLabel.allCases.map { "reference \($0.rawValue)" }
            header += CheXpertLabel.allCases.map { "candidate \($0.rawValue)" }
        }
        return header + ["reference_coverage", "candidate_coverage", "signature"]
    }

    /// Appends the row of a pair.
    /// - Parameter id: UTF-8.
    public func append(_ score: PairScore, id: [UInt8], to writer: inout CSVWriter) {
        appendCells(of: score, id: id, to: &writer)
        writer.endRow()
    }

    /// Appends the cells alone, so that a caller may add its own to the row.
    public func appendCells(of score: PairScore, id: [UInt8], to writer: inout CSVWriter) {
        writer.cell(utf8: id)
        for metric in metrics {
            writer.cell(metric == .crimson ? score.writtenCRIMSON : metric.value(of: score))
        }
        if parts.contains(.factuality) {
            for category in ErrorCategory.allCases { writer.cell(score.factuality.significant[category]) }
            for category in ErrorCategory.allCases { writer.cell(score.factuality.insignificant[category]) }
        }
        if parts.contains(.chexpert) {
            for label in CheXpertLabel.allCases { append(score.chexpert.reference[label], to: &writer) }
            for label in CheXpertLabel.allCases { append(score.chexpert.candidate[label], to: &writer) }
        }
        writer.cell(score.coverage.reference)
        writer.cell(score.coverage.candidate)
        writer.cell(signature)
    }

    private func append(_ value: CheXpertLabels.Value?, to writer: inout CSVWriter) {
        if let value { writer.cell(value.rawValue) } else { writer.cell(nil as String?) }
    }

    private var metrics: [Metric] { Metric.allCases.filter { parts.contains($0.part) } }
}
