/// The best one-to-one assignment: which pairs of rows and columns have the greatest total value.
///
/// The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(rows² · columns); the same values give the same pairs.
@usableFromInline
package struct Assignment: Sendable {
    @usableFromInline let rows: Int
    @usableFromInline let columns: Int
    /// `values[row * columns + column]`, 0 for pairs that may not be.
    @usableFromInline var values: [Double]

    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: 0, count: rows * columns)
    }

    @inlinable
    package subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// For each row its column, nil if it has none.
    package func solution() -> [Int?] {
        if let simple = withoutRivals() { return simple }
        if rows <= columns { return solve(rows: rows, columns: columns) { self[$0, $1] } }
        var solution = [Int?](repeating: nil, count: rows)
        for (column, row) in solve(rows: columns, columns: rows, value: { self[$1, $0] }).enumerated() {
            if let row { solution[row] = column }
        }
        return solution
    }

    /// The common case: nobody has two to choose from.
    private func withoutRivals() -> [Int?]? {
        var solution = [Int?](repeating: nil, count: rows)
        var isTaken = [Bool](repeating: false, count: columns)
        for row in 0..<rows {
            for column in 0..<columns where self[row, column] > 0 {
                guard solution[row] == nil, !isTaken[column] else { return nil }
                solution[row] = column
                isTaken[column] = true
            }
        }
        return solution
    }

    private func solve(rows: Int, columns: Int, value: (Int, Int) -> Double) -> [Int?] {
        // Rows and columns count from 1; 0 is the row that is being placed.
        var rowPotential = [Double](repeating: 0, count: rows + 1)
        var columnPotential = [Double](repeating: 0, count: columns + 1)
        var rowOfColumn = [Int](repeating: 0, count: columns + 1)
        var previous = [Int](repeating: 0, count: columns + 1)
        for row in 1...rows {
            var slack = [Double](repeating: .infinity, count: columns + 1)
            var isUsed = [Bool](repeating: false, count: columns + 1)
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
        var solution = [Int?](repeating: nil, count: rows)
        for column in 1...columns where rowOfColumn[column] > 0 && value(rowOfColumn[column] - 1, column - 1) > 0 {
            solution[rowOfColumn[column] - 1] = column - 1
        }
        return solution
    }
}
