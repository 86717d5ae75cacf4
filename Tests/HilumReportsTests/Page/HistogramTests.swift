import HilumScoring
import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("Histograms")
struct HistogramTests {
    @Test("A bin begins with its lower bound, as it is written, and the last one ends with its upper one", arguments: 0...20)
    func bounds(step: Int) {
        var histogram = Histogram(of: .metric(.reward))
        histogram.add(Double(step) / 20)
        #expect(histogram.counts.firstIndex(of: 1) == min(step, 19))
        #expect(histogram.total == 1)
    }

    @Test("What rounds to a bound when it is written counts as it is written")
    func rounding() {
        var histogram = Histogram(of: .metric(.green))
        histogram.add(0.49999999)
        #expect(histogram.counts[10] == 1)
    }

    @Test("CRIMSON has its bins from −1", arguments: [(-1.0, 0), (-0.95, 0), (-0.9, 1), (0, 10), (0.05, 10), (1, 19)])
    func crimson(value: Double, bin: Int) {
        var histogram = Histogram(of: .metric(.crimson))
        histogram.add(value)
        #expect(histogram.counts.firstIndex(of: 1) == bin)
    }

    @Test("Counts have a bin each, the last one for all that is more", arguments: [(0, 0), (1, 1), (9, 9), (10, 10), (300, 10)])
    func counts(value: Int, bin: Int) {
        var histogram = Histogram(of: .errors)
        histogram.add(Double(value))
        #expect(histogram.counts.firstIndex(of: 1) == bin)
        #expect(histogram.label(bin) == (bin == 10 ? "10 or more" : "\(bin)"))
    }

    @Test("However values are divided, the merged histogram is that of all")
    func merging() {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<500).map { _ in Double.random(in: 0...1, using: &generator) }
        var whole = Histogram(of: .metric(.reward))
        for value in values { whole.add(value) }
        for cut in [0, 1, 250, 500] {
            var (first, second) = (Histogram(of: .metric(.reward)), Histogram(of: .metric(.reward)))
            for value in values[..<cut] { first.add(value) }
            for value in values[cut...] { second.add(value) }
            first.merge(second)
            #expect(first == whole)
        }
        #expect(whole.total == 500)
    }
}
