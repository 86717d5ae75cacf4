/// Lines of a table that a person reads on a terminal: an id, and numbers under their titles.
struct TableLayout: Sendable {
    let titles: [String]
    var idWidth = 24
    private static let leastWidth = 7

    var header: String { line("id", titles) }

    /// - Parameter cells: one a title.
    func line(_ id: String, _ cells: [String]) -> String {
        var text = id + String(repeating: " ", count: max(0, idWidth - id.count))
        for (title, cell) in zip(titles, cells) {
            text += "  " + String(repeating: " ", count: max(0, max(Self.leastWidth, title.count) - cell.count)) + cell
        }
        return text + "\n"
    }
}
