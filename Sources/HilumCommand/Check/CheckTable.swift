import Hilum

/// What a check comes to, as a person reads it on a terminal or in the log of a build: a line a gate, what fails in words, and the reports
/// that got worse.
struct CheckTable {
    private let result: CheckResult
    private let mostReports: Int

    /// - Parameter worst: how many of the reports that got worse to show.
    init(_ result: CheckResult, worst: Int) {
        self.result = result
        mostReports = worst
    }

    /// - Parameter isUpdate: whether nothing is judged, as the baseline is made anew.
    func text(isUpdate: Bool) -> String {
        var text = """
            \(CheckResult.count(result.compared)) compared by id with \(result.baseline); intervals of \
            \((100 * result.confidence).shortest) %


            """
        text += table + "\n"
        for failure in result.failures { text += "failed: \(failure)\n" }
        for warning in result.warnings { text += "warning: \(warning)\n" }
        if let added = result.addedText { text += "note: \(added)\n" }
        text += result.tally + "\n"
        if mostReports > 0, !result.regressions.isEmpty { text += "\n" + regressions }
        if !isUpdate { text += result.hasPassed ? "\ncheck passed\n" : "\ncheck failed\n" }
        return text
    }

    private var table: String {
        var rows = [["metric", "limit", "baseline", "now", "change", "p", "Holm", "verdict"]]
        for gate in result.gates { rows.append(cells(of: gate)) }
        return AlignedTable(rows: rows, leftAligned: [0, 1, 4, 7]).text
    }

    private func cells(of result: GateResult) -> [String] {
        let name = result.gate.metric.name
        let rule = result.gate.shortRule
        guard let comparison = result.comparison?.result, let difference = comparison.difference else {
            return [
                name, rule, result.baseline?.fixed(decimals: 3) ?? "", result.now?.fixed(decimals: 3) ?? "", "", "", "",
                verdict(result),
            ]
        }
        let figures = Figures(difference)
        return [
            name, rule, result.baseline.map(figures.value) ?? "", result.now.map(figures.value) ?? "", figures.difference,
            comparison.p?.shortest ?? "", result.comparison?.adjustedP?.shortest ?? "", verdict(result),
        ]
    }

    private func verdict(_ result: GateResult) -> String {
        switch result.verdict {
        case .passed: "passed"
        case .failed: "FAILED"
        case .notShown: "passed: may be chance"
        case .tooFew: "passed: too few"
        }
    }

    private var regressions: String {
        let shown = result.regressions.prefix(mostReports)
        let all = result.regressions.count
        var text = shown.count < all ? "the worst \(shown.count) of \(all) that got worse:\n" : "what got worse:\n"
        for regression in shown {
            text += "  \(regression.quotedID), \(result.input):\(regression.line): \(regression.summary)\n"
            for line in regression.details { text += "    \(line)\n" }
        }
        return text
    }
}
