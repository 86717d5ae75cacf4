import Hilum

/// What a report says, as canonical phrases: `mild cardiomegaly; small left pleural effusion; no pneumothorax`.
///
/// It is what findings are handed on as: what `--findings` takes, what `hilum extract --format findings` writes, what a report is
/// generated from. Read by extraction, it gives the graph that it was made of, as far as phrases that stand alone can say it:
/// each statement once, and without what one statement says of another (what an opacity suggests), what is said of the whole
/// examination, and history.
public struct FindingList: Sendable, Hashable {
    /// One thing that is said.
    public struct Entry: Sendable, Hashable {
        public var finding: Finding
        public var phrase: String
        /// Whether the phrase says all of the finding and nothing else.
        public var isExact: Bool
    }

    /// In the order of the report.
    public private(set) var entries: [Entry] = []

    /// Joins the phrases.
    public static let separator = "; "

    /// The phrases as one line.
    public var text: String { entries.map(\.phrase).joined(separator: Self.separator) }

    /// - Parameter graph: made with the ontology of `phrases`.
    public init(_ graph: ReportGraph, phrases: FindingPhrases) {
        self.init(phrases.reader.findings(of: graph), phrases: phrases)
    }

    /// - Parameter findings: in the order in which they are to stand; what another of them says in full is left out.
    public init(_ findings: [Finding], phrases: FindingPhrases) {
        var kept: [Finding] = []
        for finding in findings where !kept.contains(where: finding.isSaid(by:)) {
            kept.removeAll { $0.isSaid(by: finding) }
            kept.append(finding)
        }
        entries = kept.map { finding in
            let phrase = phrases.phrase(for: finding)
            return Entry(finding: finding, phrase: phrase.text, isExact: phrase.isExact)
        }
    }
}
