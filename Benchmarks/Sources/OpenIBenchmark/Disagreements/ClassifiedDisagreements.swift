import Foundation

/// Whose fault a disagreement is, read by hand from the reports.
enum DisagreementClass: String, CaseIterable {
    /// The text says what the coders coded, and the program misread it.
    case ours
    /// The text says what the program read.
    case coding
    /// The text can be taken either way: hedges, masked or lost words, which heading, what is worth coding.
    case definition
}

/// The table of classes: `report`, `label`, `kind`, `class`, `cause`, separated by tabs, a header first, `#` begins a comment.
struct ClassifiedDisagreements {
    struct Verdict: Hashable {
        var fault: DisagreementClass
        var cause: String
    }

    private(set) var verdicts: [Disagreement: Verdict] = [:]

    /// - Throws: `FileError`, which names the line, if a row has other columns, an unknown value, or stands twice.
    init(file: String) throws {
        guard let text = try? String(contentsOf: URL(filePath: file), encoding: .utf8) else {
            throw FileError(description: "\(file): no such file, or no permission")
        }
        var isHeader = true
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            if isHeader {
                isHeader = false
                continue
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, let label = Label(rawValue: cells[1]), let kind = Disagreement.Kind(rawValue: cells[2]),
                let fault = DisagreementClass(rawValue: cells[3]), !cells[4].isEmpty
            else {
                throw FileError(description: "\(file):\(index + 1): not report, label, kind, class and cause")
            }
            let disagreement = Disagreement(report: cells[0], label: label, kind: kind)
            guard verdicts.updateValue(Verdict(fault: fault, cause: cells[4]), forKey: disagreement) == nil else {
                throw FileError(description: "\(file):\(index + 1): the disagreement stands twice")
            }
        }
    }
}
