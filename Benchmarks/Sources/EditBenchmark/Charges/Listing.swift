import Hilum
import ReportEdits

/// A pair that is not exact, for a terminal: the sentences that differ and what was charged.
enum Listing {
    static func text(of pair: EditedReport, id: String, _ verdict: Verdict, mirrored: Verdict?) -> String {
        let original = sentences(of: pair.original)
        let edited = sentences(of: pair.edited)
        var lines = ["\(id)"]
        if Set(original) == Set(edited) {
            lines.append("  = " + pair.edited.replacing("\n", with: " / "))
        } else {
            lines += original.filter { !edited.contains($0) }.map { "  - \($0)" }
            lines += edited.filter { !original.contains($0) }.map { "  + \($0)" }
        }
        lines += verdict.errors.map { "    \($0.category.rawValue): \($0.finding ?? "-"): \($0.explanation)" }
        if verdict.errors.isEmpty { lines.append("    nothing charged") }
        if let mirrored, !mirrored.isExact {
            lines += mirrored.errors.map { "    mirrored \($0.category.rawValue): \($0.finding ?? "-"): \($0.explanation)" }
        }
        return lines.joined(separator: "\n")
    }

    private static func sentences(of text: String) -> [String] {
        text.replacing("\n", with: ". ").split(separator: ". ").map(String.init)
    }
}
