import Hilum
import ReportEdits

/// In how many reports a score ranks the errors that are made of one and the same finding: a flipped negation and a wrong side above a
/// wrong severity, and that above an omitted comparison.
struct DangerOrder {
    private var reports = 0
    private var ordered = 0
    private let score: MeasuredScore

    init(of score: MeasuredScore) {
        self.score = score
    }

    /// - Parameter edits: of one finding of one report; they count where there is one of each of these kinds.
    mutating func add(_ edits: [ScoredEdit]) {
        func drop(_ kind: EditKind) -> Double? { edits.first { $0.kind == kind }?.drop(of: score) }
        guard let flip = drop(.presentToAbsent), let side = drop(.swapSide), let severity = drop(.changeSeverity),
            let comparison = drop(.dropComparison)
        else { return }
        reports += 1
        if min(flip, side) > severity, severity > comparison { ordered += 1 }
    }

    /// 0–1; nil without reports, or of a score of whole corpora.
    var share: Double? { reports == 0 ? nil : Double(ordered) / Double(reports) }
}
