import Hilum

/// The strata as a person reads them: what the input had of each, how many rows are hard, how many were taken.
enum MineAccount {
    private static let mostStrata = 40

    /// - Parameters:
    ///   - sizes: of the samples, the smallest first.
    ///   - order: of the largest sample.
    static func text(_ collection: HardRowCollection, sizes: [Int], order: [Int]) -> String {
        let sample = collection.sample
        var text = "hilum: \(sample.examples.count) of \(collection.rows) rows are hard\n"
        let taken = sizes.map { sample.shares(of: order.prefix($0)) }
        let shares = taken.last ?? sample.shares(of: [])
        guard sample.total > 0 else { return text }
        text += line("original", "hard", sizes.map(String.init), "stratum")
        for (index, share) in shares.prefix(mostStrata).enumerated() {
            let part = 100 * Double(share.original) / Double(sample.total)
            text += line(
                "\(part.fixed(decimals: 1)) %", String(share.hard), taken.map { String($0[index].taken) },
                name(of: share.stratum))
        }
        if shares.count > mostStrata { text += "  and \(shares.count - mostStrata) more strata\n" }
        if let size = sizes.last {
            if order.count < size { text += "hilum: warning: there are only \(order.count) hard rows for a sample of \(size)\n" }
            let short = shares.filter { $0.hard < wanted($0, size, sample.total) }
            if order.count == size, !short.isEmpty {
                let list = short.prefix(10).map { "\(name(of: $0.stratum)) (\($0.hard) of \(wanted($0, size, sample.total)))" }
                let more = short.count > list.count ? " and \(short.count - list.count) more" : ""
                text += "hilum: too few hard rows, so that others were taken: \(list.joined(separator: ", "))\(more)\n"
            }
        }
        return text
    }

    /// The exact share of a sample, rounded down.
    private static func wanted(_ share: HardSample.Share, _ size: Int, _ total: Int) -> Int { size * share.original / total }

    private static func name(of stratum: [String]) -> String {
        stratum.isEmpty ? "all rows" : stratum.map { $0.isEmpty ? "(blank)" : ShortLine.of($0) }.joined(separator: ", ")
    }

    private static func line(_ original: String, _ hard: String, _ taken: [String], _ stratum: String) -> String {
        let cells = [original, hard] + taken
        return cells.map { cell in String(repeating: " ", count: max(0, 10 - cell.count)) + cell }.joined() + "  \(stratum)\n"
    }
}
