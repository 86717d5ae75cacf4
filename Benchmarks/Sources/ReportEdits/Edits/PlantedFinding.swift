/// A finding with a side, a degree and a comparison, put into reports that do not speak of it: so that every error can be made of the
/// same finding in the same report, of one that reports seldom have too.
public enum PlantedFinding: String, CaseIterable, Sendable {
    case pneumothorax
    case effusion = "pleural effusion"
    case thickening = "apical pleural thickening"

    /// Whether somebody has to be told now.
    public var isUrgent: Bool { self == .pneumothorax }

    fileprivate var family: String {
        switch self {
        case .pneumothorax: "pneumothorax"
        case .effusion: "effusion"
        case .thickening: "pleura"
        }
    }

    fileprivate func sentence(_ choice: inout Choice) -> String {
        let side = choice.number(below: 2) == 0 ? "left" : "right"
        let degree =
            choice.one(of: self == .thickening ? ["mild", "moderate", "severe"] : ["small", "moderate", "large"]) ?? "small"
        let change = choice.one(of: ["new", "increasing", "decreasing", "unchanged"]) ?? "new"
        let article = self == .thickening ? "" : change.first.map { "aeiou".contains($0) } == true ? "an " : "a "
        return "There is \(article)\(change) \(degree) \(side) \(rawValue)"
    }
}

/// A report into which a finding was put.
public struct PlantedReport: Sendable {
    private let editor: Editor
    private let sentence: String

    /// Nil where the report speaks of the finding or leaves no place for it.
    public init?(_ finding: PlantedFinding, in editor: Editor) {
        var choice = Choice(id: editor.id, salt: "plant " + finding.rawValue)
        guard !editor.readings.contains(where: { $0.speaks(of: finding.family) }),
            let place = choice.one(of: editor.placesForSentences)
        else { return nil }
        sentence = finding.sentence(&choice)
        var report = editor.report
        report.insert(sentence, after: place)
        self.editor = Editor(id: editor.id, report: report)
    }

    /// What the finding may be edited to, in each of several ways. Other findings of the report are left alone.
    public static let kinds: [EditKind] = [.presentToAbsent, .omitFinding, .swapSide, .changeSeverity, .dropComparison]

    public func edits(_ kind: EditKind) -> [EditedReport] {
        editor.edits(kind).filter { !$0.edited.contains(sentence) }
    }
}
