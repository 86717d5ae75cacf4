import Hilum
import ReportEdits

/// What the drops say of a score: which errors it sees, whether it ranks them by danger, and what it charges for other words.
struct DropVerdict {
    private static let errors = EditKind.allCases.filter(\.isError)
    /// The least share of a kind's pairs in which the reward has to drop, and of reports within which it has to rank the errors; the most that
    /// a kind which keeps the meaning may cost.
    private static let leastShare = 0.95
    private static let mostForWording = 0.01

    private let seen: Int
    private let leastSeen: Double?
    private let leastOfError: Double
    private let flip: Double
    private let side: Double
    private let severity: Double
    private let comparison: Double
    private let wording: Double
    private let shareInOrder: Double?

    /// - Parameters:
    ///   - edits: of reports as they are.
    ///   - planted: of findings that were put into them, so that all errors are made of the same ones.
    ///   - order: of the urgent ones among these.
    init(of score: MeasuredScore, edits: DropTable, planted: DropTable, order: DangerOrder) {
        shareInOrder = order.share
        let drops = Self.errors.map { edits[$0].drop(of: score) }
        seen = drops.count { $0 > ScoredEdit.leastDrop }
        leastSeen = Self.errors.compactMap { edits[$0].shareSeen(by: score) }.min()
        leastOfError = drops.min() ?? 0
        flip = min(edits[.absentToPresent, .urgent].drop(of: score), planted[.presentToAbsent, .urgent].drop(of: score))
        side = planted[.swapSide, .urgent].drop(of: score)
        func most(of kind: EditKind) -> Double {
            DropTable.significances.map { planted[kind, $0].drop(of: score) }.max() ?? 0
        }
        severity = most(of: .changeSeverity)
        comparison = most(of: .dropComparison)
        wording = EditKind.allCases.filter { !$0.isError }.map { edits[$0].drop(of: score) }.max() ?? 0
    }

    var ranksByDanger: Bool { min(flip, side) > severity && severity > comparison && comparison > ScoredEdit.leastDrop }

    /// Whether all errors are seen, ranked by danger, and cost more than any other wording, which costs next to nothing.
    var isGood: Bool {
        seen == Self.errors.count && (leastSeen ?? 0) >= Self.leastShare && ranksByDanger
            && (shareInOrder ?? 0) >= Self.leastShare && wording <= Self.mostForWording && wording < leastOfError
    }

    /// A column a score.
    static func text(_ verdicts: [DropVerdict]) -> String {
        func row(_ name: String, _ cell: (DropVerdict) -> String) -> String { Columns.line(name, [""] + verdicts.map(cell)) }
        return [
            row("kinds of error seen") { "\($0.seen) of \(errors.count)" },
            row("least share of pairs") { $0.leastSeen.map(Columns.percent) ?? "–" },
            row("urgent: flipped") { Columns.number($0.flip) },
            row("urgent: wrong side") { Columns.number($0.side) },
            row("wrong severity, at most") { Columns.number($0.severity) },
            row("lost comparison, at most") { Columns.number($0.comparison) },
            row("in this order") { $0.ranksByDanger ? "yes" : "no" },
            row("in the same report") { $0.shareInOrder.map(Columns.percent) ?? "–" },
            row("least kind of error") { Columns.number($0.leastOfError) },
            row("dearest other wording") { Columns.number($0.wording) },
        ].joined(separator: "\n")
    }
}
