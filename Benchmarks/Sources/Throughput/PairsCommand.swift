import ArgumentParser
import Foundation
import Hilum

/// `throughput pairs`: the pairs of the measurements, for other programs.
struct PairsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pairs", abstract: "Writes pairs of reports as CSV with id, reference and candidate.",
        discussion: "By turns another report and the reference with one sentence exchanged; all ids differ.")

    @OptionGroup var input: CorpusOptions

    @Option(help: "How many pairs.")
    var rows: Int

    func run() async throws {
        let corpus = try input.corpus(megabytes: 50)
        var csv = CSVWriter()
        csv.row(["id", "reference", "candidate"])
        for number in 0..<rows {
            let pair = ReportPair(number, of: corpus)
            csv.cell("row-\(number)")
            csv.cell(utf8: pair.reference)
            csv.cell(utf8: pair.candidate)
            csv.endRow()
            guard csv.bytes.count > 1 << 20 || number == rows - 1 else { continue }
            FileHandle.standardOutput.write(Data(csv.bytes))
            csv.removeAll()
        }
    }
}
