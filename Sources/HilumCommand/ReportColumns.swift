import ArgumentParser
import Hilum

/// The value of `--section-columns`: `findings=F,impression=I`.
struct SectionColumns: ExpressibleByArgument, Sendable {
    let parts: [(section: Section, column: String)]

    init?(argument: String) {
        var parts: [(section: Section, column: String)] = []
        for pair in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let section = Section(rawValue: String(sides[0])) else { return nil }
            parts.append((section, String(sides[1])))
        }
        self.parts = parts
    }

    static var allValueStrings: [String] { Section.allCases.map { "\($0.rawValue)=COL" } }
}

/// From which columns the text of a report comes.
struct ReportColumns: Sendable {
    let names: [String]
    /// The section of each column; empty where the headings in the text tell.
    private let sections: [Section]

    /// - Parameter available: the columns of the input.
    init(text: [String], sections: SectionColumns?, available: [String]) throws {
        if let sections {
            names = sections.parts.map(\.column)
            self.sections = sections.parts.map(\.section)
            return
        }
        self.sections = []
        if !text.isEmpty {
            names = text
        } else if let standard = ["text", "report"].first(where: available.contains) {
            names = [standard]
        } else {
            throw UsageError(description: "name the column of the report with --text; \(NameList(available).columns)")
        }
    }

    /// The report of a row: its columns, joined by a line feed.
    func report(of row: Row) -> Report {
        guard row.cells.count > 1 || !sections.isEmpty else { return Report(text: row.cells.first ?? []) }
        var report = Report(text: [])
        for (index, cell) in row.cells.enumerated() {
            if index > 0 { report.text.append(UInt8(ascii: "\n")) }
            let start = report.text.count
            report.text += cell
            if index < sections.count {
                report.parts.append(Report.Part(section: sections[index], span: TextSpan(start, report.text.count)))
            }
        }
        return report
    }
}
