/// Makes the edits of one report.
public struct Editor: Sendable {
    /// Of the report.
    public let id: String
    let report: ReportText
    let readings: [SentenceReading]

    /// - Parameters:
    ///   - id: decides which of several possible edits are made.
    public init(id: String, findings: String, impression: String) {
        self.init(id: id, report: ReportText(findings: findings, impression: impression))
    }

    init(id: String, report: ReportText) {
        self.id = id
        self.report = report
        readings = report.sentences.map { SentenceReading($0.body) }
    }

    /// The edits of a kind that this report allows, none or a few. Where a report leaves open what an edit would change, it is not made.
    public func edits(_ kind: EditKind) -> [EditedReport] {
        var choice = Choice(id: id, salt: kind.rawValue)
        let edited: [ReportText] =
            switch kind {
            case .insertFinding: insertions(&choice)
            case .insertDeniedFinding: deniedInsertions(&choice)
            case .omitFinding: omissions()
            case .absentToPresent: assertions(&choice)
            case .presentToAbsent: denials(&choice)
            case .swapSide: swappedSides()
            case .swapAllSides: allSidesSwapped()
            case .swapSite: swappedSites()
            case .changeSeverity: changedSeverities(&choice)
            case .changeAllSeverities: allSeveritiesChanged()
            case .changeMeasurement: changedMeasurements()
            case .addComparison: addedComparisons(&choice)
            case .addCommonComparison: addedCommonComparisons(&choice)
            case .dropComparison: droppedComparisons()
            case .changeCertainty: changedCertainties(&choice)
            case .paraphraseFinding: rewritten(by: Paraphrases.findings, &choice)
            case .paraphraseNegation: rewritten(by: Paraphrases.negations, &choice)
            case .paraphraseNormal: rewritten(by: Paraphrases.normal, &choice)
            case .paraphraseHedge: rewritten(by: Paraphrases.hedges, &choice)
            case .paraphraseStatement: rewritten(by: Paraphrases.statements, &choice)
            case .britishSpelling: rewrittenThroughout(by: Paraphrases.british)
            case .sentenceOrder: reordered(&choice)
            case .abbreviation: rewritten(by: Paraphrases.abbreviations, &choice)
            case .layout: []
            }
        let original = report.text
        var texts = edited.map(\.text)
        if kind == .layout { texts = relaid(&choice) }
        return texts.filter { $0 != original }.map { EditedReport(kind: kind, original: original, edited: $0) }
    }

    // MARK: What a sentence may be edited for

    /// The sentences that assert one finding and nothing else, where nothing else in the report asserts or implies it.
    ///
    /// - Parameter allowingDenials: whether others may deny something of the family.
    func loneFindings(allowingDenials: Bool = true) -> [(sentence: Int, item: Int, finding: Finding)] {
        readings.indices.compactMap { index in
            guard let (item, finding) = readings[index].onlyFinding else { return nil }
            let isAlone = readings.indices.allSatisfy { other in
                other == index || !readings[other].speaks(of: finding.family) || allowingDenials && readings[other].isDenial
            }
            return isAlone && !isReferredTo(after: index) ? (index, item, finding) : nil
        }
    }

    /// Whether the next sentence speaks of this one: "This is unchanged."
    func isReferredTo(after index: Int) -> Bool {
        guard index + 1 < readings.count, index + 1 != report.findings.count, let first = readings[index + 1].items.first
        else { return false }
        return Self.referring.contains(first.words)
    }

    static let referring: Set<String> = [
        "this", "these", "it", "they", "that", "those", "its", "their", "both", "otherwise", "remainder", "remaining", "such",
        "similar", "also", "however", "associated", "has", "have", "is", "are", "and", "or", "with", "which", "but", "may",
        "again",
        "appearance", "findings", "finding", "other", "additional", "another", "specifically",
    ]

    func replacing(_ sentence: Int, by body: String) -> ReportText {
        var edited = report
        edited[sentence].body = body
        return edited
    }
}
