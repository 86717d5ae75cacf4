/// What is done to a report, one step at a time.
public enum EditKind: String, CaseIterable, Sendable {
    case insertFinding = "insert-finding"
    case insertDeniedFinding = "insert-denied-finding"
    case omitFinding = "omit-finding"
    case absentToPresent = "absent-to-present"
    case presentToAbsent = "present-to-absent"
    case swapSide = "swap-side"
    case swapAllSides = "swap-all-sides"
    case swapSite = "swap-site"
    case changeSeverity = "change-severity"
    case changeAllSeverities = "change-all-severities"
    case changeMeasurement = "change-measurement"
    case addComparison = "add-comparison"
    case addCommonComparison = "add-common-comparison"
    case dropComparison = "drop-comparison"
    case changeCertainty = "change-certainty"
    case paraphraseFinding = "paraphrase-finding"
    case paraphraseNegation = "paraphrase-negation"
    case paraphraseNormal = "paraphrase-normal"
    case paraphraseHedge = "paraphrase-hedge"
    case paraphraseStatement = "paraphrase-statement"
    case britishSpelling = "british-spelling"
    case sentenceOrder = "sentence-order"
    case abbreviation = "abbreviation"
    case layout = "layout"

    /// Whether several findings may be touched: then one error or more must be charged, all of the same category.
    public var touchesSeveral: Bool {
        self == .swapAllSides || self == .changeAllSeverities || self == .addCommonComparison
    }

    /// The error that the edited report makes against the original; nil where the meaning is kept.
    public var charged: ChargedError? {
        switch self {
        case .insertFinding, .insertDeniedFinding, .absentToPresent: .falsePositiveFinding
        case .omitFinding, .presentToAbsent: .omissionFinding
        case .swapSide, .swapAllSides, .swapSite: .incorrectLocation
        case .changeSeverity, .changeAllSeverities, .changeMeasurement: .incorrectSeverity
        case .addComparison, .addCommonComparison: .falsePositiveComparison
        case .dropComparison: .omissionComparison
        // A finding that is held possible is none the less reported: no category of errors is about certainty.
        case .changeCertainty: nil
        case .paraphraseFinding, .paraphraseNegation, .paraphraseNormal, .paraphraseHedge, .paraphraseStatement,
            .britishSpelling, .sentenceOrder, .abbreviation, .layout:
            nil
        }
    }
}

/// The six categories of errors, by the names of the scores.
public enum ChargedError: String, Sendable {
    case falsePositiveFinding = "false_positive_finding"
    case omissionFinding = "omission_finding"
    case incorrectLocation = "incorrect_location"
    case incorrectSeverity = "incorrect_severity"
    case falsePositiveComparison = "false_positive_comparison"
    case omissionComparison = "omission_comparison"

    /// What is charged where the edited report is the reference and the original the candidate.
    public var mirrored: ChargedError {
        switch self {
        case .falsePositiveFinding: .omissionFinding
        case .omissionFinding: .falsePositiveFinding
        case .falsePositiveComparison: .omissionComparison
        case .omissionComparison: .falsePositiveComparison
        case .incorrectLocation, .incorrectSeverity: self
        }
    }
}

/// A report and what an edit made of it.
public struct EditedReport: Hashable, Sendable {
    public var kind: EditKind
    public var original: String
    public var edited: String
}
