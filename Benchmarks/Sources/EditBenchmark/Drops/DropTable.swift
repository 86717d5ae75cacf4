import Hilum
import ReportEdits

/// The drops of all kinds of edits: as a whole, and by how grave the finding is that was edited.
struct DropTable {
    private var kinds: [EditKind: DropTally] = [:]
    private var parts: [EditKind: [Significance: DropTally]] = [:]

    mutating func add(_ edit: ScoredEdit) {
        kinds[edit.kind, default: DropTally()].add(edit)
        if let significance = edit.significance {
            parts[edit.kind, default: [:]][significance, default: DropTally()].add(edit)
        }
    }

    subscript(kind: EditKind) -> DropTally { kinds[kind] ?? DropTally() }

    subscript(kind: EditKind, significance: Significance) -> DropTally { parts[kind]?[significance] ?? DropTally() }

    static let significances: [Significance] = [.urgent, .actionable, .minor, .benign]

    /// A row a kind and, of those that are an error, a row for each significance.
    func text(of shown: [EditKind]) -> String {
        var lines = [Self.heading("pairs") + Columns.line("", width: 0, ["seen"])]
        for kind in shown {
            lines.append(row(kind.rawValue, self[kind]))
            guard kind.isError else { continue }
            for significance in Self.significances where self[kind, significance].pairs > 0 {
                lines.append(row("  \(significance.rawValue)", self[kind, significance]))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// - Parameter count: what stands over the numbers of pairs.
    static func heading(_ count: String) -> String {
        Columns.line("mean drop", [count] + MeasuredScore.allCases.map(\.rawValue))
    }

    private func row(_ name: String, _ tally: DropTally) -> String {
        Columns.line(
            name,
            ["\(tally.pairs)"] + MeasuredScore.allCases.map { Columns.number(tally.drop(of: $0)) }
                + [tally.shareSeen(by: .reward).map(Columns.percent) ?? "–"])
    }
}

extension EditKind {
    /// Whether the edit changes what a report says. Certainty is in no category of errors, and is to be seen all the same.
    var isError: Bool { charged != nil || self == .changeCertainty }
}
