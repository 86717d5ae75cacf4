import HilumOntology

/// What a check comes to.
public struct CheckResult: Sendable {
    /// The path as given, or `standard input`.
    public let input: String
    public let baseline: String
    /// What the scores of both depend on.
    public let signature: String
    /// What the test depends on, in one line; nil where no drop is gated.
    public let testSignature: String?
    /// How many reports the input has, and the baseline, and both of them.
    public let reports: Int
    public let baselineReports: Int
    public let compared: Int
    /// Ids of the baseline that the input lacks, and the other way round; sorted.
    public let missing: [String]
    public let added: [String]
    /// Whether missing reports are let pass.
    public let allowsMissing: Bool
    /// Of the tests, and the confidence of the intervals.
    public let alpha: Double
    public let confidence: Double
    /// In the order of the call.
    public let gates: [GateResult]
    /// Reports that are better in a gated metric and worse in none, the other way round, both, and the same in all.
    public let better: Int
    public let worse: Int
    public let mixed: Int
    public let same: Int
    /// All reports that are worse in a gated metric, the worst first: by the first gate that fails, or else the first; of equals by the following ones,
    /// and at last by id.
    public let regressions: [Regression]

    /// Whether nothing keeps a build from going on.
    public var hasPassed: Bool { failures.isEmpty }

    /// Why it fails, in sentences without a full stop.
    public var failures: [String] {
        gates.filter(\.hasFailed).map(\.text) + (allowsMissing ? [] : missingText.map { [$0] } ?? [])
    }

    /// What passes and should be known, likewise.
    public var warnings: [String] {
        gates.filter(\.isDoubtful).map(\.text) + (allowsMissing ? missingText.map { [$0] } ?? [] : [])
    }

    /// Nil if the input has all reports of the baseline.
    package var missingText: String? {
        guard !missing.isEmpty else { return nil }
        return
            "\(Self.count(missing.count)) of the \(baselineReports) in the baseline \(missing.count == 1 ? "is" : "are") not in the "
            + "input: \(NameList(missing).text)"
    }

    /// Nil if the baseline has all reports of the input.
    package var addedText: String? {
        guard !added.isEmpty else { return nil }
        return
            "\(Self.count(added.count)) new, not compared: \(NameList(added).text); --update takes \(added.count == 1 ? "it" : "them") in"
    }

    /// `12 reports better, 3 worse, 85 the same`
    package var tally: String {
        let both = mixed > 0 ? ", \(mixed) better in one metric and worse in another" : ""
        return "\(Self.count(better)) better, \(worse) worse\(both), \(same) the same"
    }

    package static func count(_ reports: Int) -> String { "\(reports) \(reports == 1 ? "report" : "reports")" }
}
