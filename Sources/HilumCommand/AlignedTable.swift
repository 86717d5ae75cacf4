/// Rows of cells under one another, each column as wide as its widest cell.
struct AlignedTable {
    /// The first is the header; all of the same number of cells.
    let rows: [[String]]
    /// Columns of words; those of numbers end in a line.
    let leftAligned: Set<Int>

    /// A line a row, two blanks between columns, none at the end.
    var text: String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let line = zip(row, widths).enumerated().map { index, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return leftAligned.contains(index) ? cell.0 + blanks : blanks + cell.0
            }
            return Self.trimmed(line.joined(separator: "  ")) + "\n"
        }.joined()
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
