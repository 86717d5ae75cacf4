import Foundation
import HilumScoring
import Testing

/// The page of the measures says of each metric what the type says.
@Suite struct MetricPageTests {
    /// Rows of the table at the head of the page, by name: direction and range.
    static let rows: [String: (direction: String, range: String)] = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/HilumMetrics/README.md")
        let lines = (try? String(contentsOf: page, encoding: .utf8))?.split(separator: "\n") ?? []
        let rows = lines.compactMap {
            $0.wholeMatch(of: /\| `(?<name>\w+)` \| (?<direction>\w+) \| (?<range>[^| ]+) \| .*/)?.output
        }
        return Dictionary(
            rows.map { (String($0.name), (String($0.direction), String($0.range))) }, uniquingKeysWith: { first, _ in first })
    }()

    @Test("Each metric has its row with its direction and range", arguments: Metric.allCases)
    func row(metric: Metric) throws {
        let row = try #require(Self.rows[metric.rawValue])
        #expect(row.direction == (metric.isHigherBetter ? "higher" : "lower"))
        #expect(row.range == "\(Self.text(metric.range.lowerBound))–\(Self.text(metric.range.upperBound))")
    }

    private static func text(_ bound: Double) -> String { bound.isFinite ? "\(Int(bound))" : "∞" }

    @Test("The page has no row of a metric that is none")
    func noOther() {
        #expect(Set(Self.rows.keys).isSubset(of: Metric.allCases.map(\.rawValue)))
    }
}
