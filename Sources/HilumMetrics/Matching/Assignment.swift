/// The best one-to-one assignment: which pairs of rows and columns have the greatest total value.
///
/// The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(rows² · columns); the same values give the same pairs. Where there are
/// many rows and columns, those that have nothing to do with one another are assigned apart; of several best assignments it may then be
/// another than where there are few.
package struct Assignment: Sendable {
    private let rows: Int
    private let columns: Int
    private var values: [Value] = []

    private struct Value: Sendable {
        var row: Int
        var column: Int
        var value: Double
    }

    /// From so many rows times columns on, parts are assigned apart.
    private static let mostCells = 1 << 14

    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// A pair that may be; once at the most, and by rows.
    /// - Parameter value: 0 or below for one that may not be after all.
    package mutating func add(_ value: Double, row: Int, column: Int) {
        if value > 0 { values.append(Value(row: row, column: column, value: value)) }
    }

    /// For each row its column, nil if it has none.
    package func solution() -> [Int?] {
        var solution = [Int?](filled: nil, count: rows)
        guard !chooseWithoutRivals(&solution) else { return solution }
        if rows * columns <= Self.mostCells {
            solve(Part(rows: Array(0..<rows), columns: Array(0..<columns), values: values), into: &solution)
        } else {
            for part in parts { solve(part, into: &solution) }
        }
        return solution
    }

    /// The common case: nobody has two to choose from.
    private func chooseWithoutRivals(_ solution: inout [Int?]) -> Bool {
        var isTaken = [Bool](filled: false, count: columns)
        for pair in values {
            guard solution[pair.row] == nil, !isTaken[pair.column] else {
                for row in solution.indices { solution[row] = nil }
                return false
            }
            solution[pair.row] = pair.column
            isTaken[pair.column] = true
        }
        return true
    }

    // MARK: Parts

    /// Rows and columns that may be paired with one another and with no others.
    private struct Part {
        var rows: [Int] = []
        var columns: [Int] = []
        /// Of places among these.
        var values: [Value] = []
    }

    private var parts: [Part] {
        // Rows first, columns behind them: each points to one of its part, the first to itself.
        var heads = Array(0..<rows + columns)
        func head(of node: Int) -> Int {
            var node = node
            while heads[node] != node {
                heads[node] = heads[heads[node]]
                node = heads[node]
            }
            return node
        }
        for pair in values {
            let (one, other) = (head(of: pair.row), head(of: rows + pair.column))
            heads[max(one, other)] = min(one, other)
        }
        var parts: [Int: Part] = [:]
        for pair in values { parts[head(of: pair.row)] = Part() }
        var places = [Int](repeating: 0, count: rows + columns)
        for row in 0..<rows {
            places[row] = parts[head(of: row)]?.rows.count ?? 0
            parts[head(of: row)]?.rows.append(row)
        }
        for column in 0..<columns {
            places[rows + column] = parts[head(of: rows + column)]?.columns.count ?? 0
            parts[head(of: rows + column)]?.columns.append(column)
        }
        for pair in values {
            parts[head(of: pair.row)]?.values.append(
                Value(row: places[pair.row], column: places[rows + pair.column], value: pair.value))
        }
        return parts.sorted { $0.key < $1.key }.map(\.value)
    }

    private func solve(_ part: Part, into solution: inout [Int?]) {
        let (height, width) = (part.rows.count, part.columns.count)
        var dense = [Double](filled: 0, count: height * width)
        for pair in part.values { dense[pair.row * width + pair.column] = pair.value }
        if height <= width {
            for (row, column) in solve(rows: height, columns: width, value: { dense[$0 * width + $1] }).enumerated() {
                solution[part.rows[row]] = column.map { part.columns[$0] }
            }
        } else {
            for (column, row) in solve(rows: width, columns: height, value: { dense[$1 * width + $0] }).enumerated() {
                if let row { solution[part.rows[row]] = part.columns[column] }
            }
        }
    }

    private func solve(rows: Int, columns: Int, value: (Int, Int) -> Double) -> [Int?] {
        // Rows and columns count from 1; 0 is the row that is being placed.
        var rowPotential = [Double](filled: 0, count: rows + 1)
        var columnPotential = [Double](filled: 0, count: columns + 1)
        var rowOfColumn = [Int](filled: 0, count: columns + 1)
        var previous = [Int](filled: 0, count: columns + 1)
        for row in 1...rows {
            var slack = [Double](filled: .infinity, count: columns + 1)
            var isUsed = [Bool](filled: false, count: columns + 1)
            rowOfColumn[0] = row
            var column = 0
            repeat {
                isUsed[column] = true
                let current = rowOfColumn[column]
                var step = Double.infinity
                var next = 0
                for other in 1...columns where !isUsed[other] {
                    let cost = -value(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
                    if cost < slack[other] {
                        slack[other] = cost
                        previous[other] = column
                    }
                    if slack[other] < step {
                        step = slack[other]
                        next = other
                    }
                }
                for other in 0...columns {
                    if isUsed[other] {
                        rowPotential[rowOfColumn[other]] += step
                        columnPotential[other] -= step
                    } else {
                        slack[other] -= step
                    }
                }
                column = next
            } while rowOfColumn[column] != 0
            repeat {
                rowOfColumn[column] = rowOfColumn[previous[column]]
                column = previous[column]
            } while column != 0
        }
        var solution = [Int?](filled: nil, count: rows)
        for column in 1...columns where rowOfColumn[column] > 0 && value(rowOfColumn[column] - 1, column - 1) > 0 {
            solution[rowOfColumn[column] - 1] = column - 1
        }
        return solution
    }
}
