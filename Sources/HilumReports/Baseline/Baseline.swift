/// What a check compares with: the scores of the same reports from another day, without their texts.
///
///     let baseline = try Baseline(path: "baseline.json")
///     baseline.scores.ids.count
///
/// `BaselineJSON` writes it and says what stands in it.
public struct Baseline: Sendable {
    /// By the name of the file; sorted by id.
    public let scores: ScoredReports
    /// In the same order.
    let reports: [Report]

    struct Report: Sendable {
        var reference: TextHash
        var errors: [ErrorKey]
    }

    public var file: String { scores.file }
    /// What the scores depend on.
    public var signature: String { scores.signatures.first ?? "" }

    /// Reads a file.
    /// - Throws: `BaselineError`; `InputError` where it cannot be read.
    public init(path: String) throws {
        var reader = try BaselineReader(path: path)
        try self.init(scores: reader.read(), reports: reader.reports)
    }

    init(scores: ScoredReports, reports: [Report]) {
        self.scores = scores
        self.reports = reports
    }

    /// Refuses scores that were made in another way.
    /// - Throws: `BaselineError.otherSignature`.
    public func require(signature current: String) throws(BaselineError) {
        guard signature == current else {
            throw .otherSignature(file: file, signature: signature, current: current)
        }
    }
}
