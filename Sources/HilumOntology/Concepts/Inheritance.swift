/// What a concept's row leaves empty, it takes from its parents: the nearest that states it, first parents first.
struct Inheritance {
    let rows: [String: TableRow]

    /// The cell that holds for a row, `-` included; empty if no ancestor states it.
    func cell(_ column: String, of row: TableRow) -> String {
        let own = row[column]
        guard own.isEmpty, !row["parents"].isEmpty else { return own }
        var queue = [row]
        var seen: Set<String> = [row["id"]]
        var next = 0
        while next < queue.count {
            let current = queue[next]
            next += 1
            if !current[column].isEmpty { return current[column] }
            for parent in current.list("parents") where seen.insert(parent).inserted {
                if let row = rows[parent] { queue.append(row) }
            }
        }
        return ""
    }

    func list(_ column: String, of row: TableRow) -> [String] {
        TableRow.list(cell(column, of: row))
    }
}
