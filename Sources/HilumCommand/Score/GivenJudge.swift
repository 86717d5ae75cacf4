import Hilum
import HilumJudge

/// What a judge has said of the rows: the value of `--judge`, and how it is written beside Hilum's scores.
struct GivenJudge: Sendable {
    private let file: JudgeFile

    init(path: String) throws(InputError) {
        file = try JudgeFile(path: path)
    }

    /// Rows are matched by their ids, which are the numbers of rows where the reports have none.
    /// - Throws: where the file has no row of the id.
    func verdict(of row: Row) throws(InputError) -> JudgeVerdict {
        guard let verdict = file[row.id] else { throw InputError(file: file.name, problem: .noRow(forLine: row.line)) }
        return verdict
    }

    /// What to say where the file has more rows than there were reports; nil if it has not.
    func warning(reports: Int) -> String? {
        guard file.count > reports else { return nil }
        return "hilum: warning: \(file.name) has \(file.count) rows for \(reports) reports; those of other ids are left out\n"
    }

    // MARK: The table

    static let titles = ["judge: significant", "insignificant"]

    static func cells(of verdict: JudgeVerdict) -> [String] {
        guard let factuality = verdict.answer?.factuality else { return ["-", "-"] }
        return [String(factuality.significant.total), String(factuality.insignificant.total)]
    }

    /// Why there are no counts.
    static func remark(of verdict: JudgeVerdict) -> String? {
        verdict.reason.map { "no answer of the judge: \(ShortLine.of($0))" }
    }

    // MARK: CSV

    static let csvHeader = [
        "judge_clinically_significant_errors", "judge_clinically_insignificant_errors", "judge_green", "judge_matched_findings",
        "judge_reason",
    ]

    static func appendCells(of verdict: JudgeVerdict, to writer: inout CSVWriter) {
        let answer = verdict.answer
        writer.cell((answer?.factuality.significant.total).map(Double.init))
        writer.cell((answer?.factuality.insignificant.total).map(Double.init))
        writer.cell(answer?.green)
        writer.cell((answer?.matchedFindings).map(Double.init))
        writer.cell(verdict.reason)
    }
}
