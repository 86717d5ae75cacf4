import HilumScoring

/// The scores of the reports that are checked, with what they are explained by.
///
///     var checked = CheckedReports(file: "predictions.csv", signature: ScoreSignature.text(ontology: ontology))
///     checked.append(score, id: id, line: 2, candidate: Array("Clear.".utf8), reference: Array("Small left effusion.".utf8))
public struct CheckedReports: Sendable {
    /// As `hilum score` writes them.
    public private(set) var scores: ScoredReports
    /// In the same order.
    private(set) var reports: [Report] = []

    struct Report: Sendable {
        /// Of the input on which the row begins.
        var line: Int
        var reference: TextHash
        /// Whether the candidate has nothing but white space.
        var isBlank: Bool
        var errors: [FactualityError]
    }

    /// No reports yet.
    /// - Parameter file: the path as given, or `standard input`.
    public init(file: String, signature: String) {
        scores = ScoredReports(file: file)
        scores.add(signature: signature)
    }

    init(scores: ScoredReports, reports: [Report]) {
        self.scores = scores
        self.reports = reports
    }

    public var file: String { scores.file }
    public var count: Int { reports.count }
    var signature: String { scores.signatures.first ?? "" }

    /// - Parameters:
    ///   - id: UTF-8, as are the texts; of the reference a hash is kept.
    ///   - line: of the input on which the row begins, from 1.
    public mutating func append(_ score: PairScore, id: [UInt8], line: Int, candidate: [UInt8], reference: [UInt8]) {
        scores.append(score, id: id)
        let isBlank = candidate.allSatisfy { $0 <= UInt8(ascii: " ") }
        reports.append(
            Report(line: line, reference: TextHash(of: reference), isBlank: isBlank, errors: score.factuality.errors))
    }
}
