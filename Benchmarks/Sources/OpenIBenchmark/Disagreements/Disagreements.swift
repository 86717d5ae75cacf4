import ArgumentParser
import HilumOpenI

struct Disagreements: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Counts what is left of the disagreements with the manual coding, by class and cause.",
        discussion: """
            The classes were read by hand: ours (the program misread the text), coding (the text says otherwise than the coders), \
            definition (hedges, masked words, choice of headings). What the table does not know is unclassified, and listed.
            """)

    @Argument(help: "JSONL with id and mesh, as for `openi score`.")
    var coded: String

    @Option(help: "The table of classes.")
    var classes = "Benchmarks/disagreements.tsv"

    @Option(help: "List the reports of this class too: ours, coding, definition.")
    var list: String?

    @OptionGroup var collection: CollectionOptions

    func run() throws {
        guard list.map({ DisagreementClass(rawValue: $0) != nil }) ?? true else {
            throw ValidationError("--list: ours, coding or definition")
        }
        let gold = try OpenIReport.reports(in: collection.xml).forDevelopment
        let disagreements = Disagreement.all(gold: gold, predicted: try CodedReports(file: coded).codes)
        let verdicts = try ClassifiedDisagreements(file: classes).verdicts
        print(byKind(disagreements, verdicts).joined(separator: "\n"))
        print()
        print(byCause(disagreements, verdicts).joined(separator: "\n"))
        let listed = disagreements.filter { verdicts[$0] == nil || verdicts[$0]?.fault.rawValue == list }
        if !listed.isEmpty {
            print()
            for disagreement in listed {
                let cause = verdicts[disagreement]?.cause ?? "unclassified"
                print("\(disagreement.report)\t\(disagreement.label.rawValue)\t\(disagreement.kind.rawValue)\t\(cause)")
            }
        }
    }

    typealias Verdicts = [Disagreement: ClassifiedDisagreements.Verdict]

    /// A row a kind, a column a class.
    private func byKind(_ disagreements: [Disagreement], _ verdicts: Verdicts) -> [String] {
        let classes = DisagreementClass.allCases.map(Optional.some) + [nil]
        func row(_ name: String, _ some: [Disagreement]) -> String {
            let counts = classes.map { fault in some.count { verdicts[$0]?.fault == fault } }
            return name.padded(to: 12) + (counts + [some.count]).map { "\($0)".leftPadded(to: 14) }.joined()
        }
        let header =
            "kind".padded(to: 12)
            + (classes.map { $0?.rawValue ?? "unclassified" } + ["all"]).map { $0.leftPadded(to: 14) }.joined()
        return [header]
            + Disagreement.Kind.allCases.map { kind in row(kind.rawValue, disagreements.filter { $0.kind == kind }) }
            + [row("all", disagreements)]
    }

    /// A row a cause, the most frequent first in each class.
    private func byCause(_ disagreements: [Disagreement], _ verdicts: Verdicts) -> [String] {
        let counts = disagreements.compactMap { verdicts[$0] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return DisagreementClass.allCases.flatMap { fault in
            counts.filter { $0.key.fault == fault }.sorted { ($1.value, $0.key.cause) < ($0.value, $1.key.cause) }
                .map { "\(fault.rawValue.padded(to: 12))\("\($0.value)".leftPadded(to: 5))  \($0.key.cause)" }
        }
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
