import HilumMetrics
import HilumTestSupport
import Testing

@Suite("Assignment")
struct AssignmentTests {
    /// The best total by trying every assignment.
    private func best(_ values: [[Double]], row: Int = 0, taken: Set<Int> = []) -> Double {
        guard row < values.count else { return 0 }
        var result = best(values, row: row + 1, taken: taken)
        for column in values[row].indices where !taken.contains(column) && values[row][column] > 0 {
            result = max(result, values[row][column] + best(values, row: row + 1, taken: taken.union([column])))
        }
        return result
    }

    @Test("It is the best of all, and one to one", arguments: 0..<200 as Range<UInt64>)
    func optimal(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let rows = Int.random(in: 0...5, using: &generator)
        let columns = Int.random(in: 0...5, using: &generator)
        let values = (0..<rows).map { _ in
            (0..<columns).map { _ in Bool.random(using: &generator) ? Double.random(in: 0.01...1, using: &generator) : 0 }
        }
        var assignment = Assignment(rows: rows, columns: columns)
        for row in 0..<rows { for column in 0..<columns { assignment.add(values[row][column], row: row, column: column) } }
        let solution = assignment.solution()
        let chosen = solution.compactMap(\.self)
        #expect(Set(chosen).count == chosen.count)
        var total = 0.0
        for (row, column) in solution.enumerated() { total += column.map { values[row][$0] } ?? 0 }
        #expect(abs(total - best(values)) < 1e-9)
        #expect(solution.enumerated().allSatisfy { row, column in column.map { values[row][$0] > 0 } ?? true })
    }

    @Test("Many rows and columns are assigned as each part of them alone is", arguments: 0..<20 as Range<UInt64>)
    func parts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        // Parts of up to four rows and columns, which lie scattered.
        let count = 300
        let rows = Array(0..<count).shuffled(using: &generator)
        let columns = Array(0..<count).shuffled(using: &generator)
        var values: [Int: [Int: Double]] = [:]
        var expected = 0.0
        for start in stride(from: 0, to: count, by: 4) {
            var part = [[Double]](repeating: [0, 0, 0, 0], count: 4)
            for row in 0..<4 {
                for column in 0..<4 where Bool.random(using: &generator) {
                    part[row][column] = Double.random(in: 0.01...1, using: &generator)
                    values[rows[start + row], default: [:]][columns[start + column]] = part[row][column]
                }
            }
            expected += best(part)
        }
        var assignment = Assignment(rows: count, columns: count)
        for (row, ofRow) in values.sorted(by: { $0.key < $1.key }) {
            for (column, value) in ofRow.sorted(by: { $0.key < $1.key }) { assignment.add(value, row: row, column: column) }
        }
        let solution = assignment.solution()
        let chosen = solution.compactMap(\.self)
        #expect(Set(chosen).count == chosen.count)
        var total = 0.0
        for (row, column) in solution.enumerated() { total += column.map { values[row]?[$0] ?? -100 } ?? 0 }
        #expect(abs(total - expected) < 1e-9)
    }
}
