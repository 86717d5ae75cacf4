import HilumMetrics
import HilumScoring
import Testing

@testable import HilumReports

@Suite("Plots")
struct HistogramPlotTests {
    private static func plot(_ measure: PageMeasure, _ values: [Double]) -> String {
        var (histogram, moments) = (Histogram(of: measure), Moments())
        for value in values {
            histogram.add(value)
            moments.add(value)
        }
        return HistogramPlot(histogram, moments: moments).html
    }

    @Test(
        "The axis ends at a round number that no bar reaches beyond",
        arguments: [
            (0, 1), (1, 1), (2, 2), (3, 4), (5, 5), (6, 10), (11, 20), (41, 50), (51, 100), (1_999, 2_000), (4_001, 5_000),
        ])
    func top(count: Int, top: Int) {
        #expect(HistogramPlot.roundAbove(count) == top)
    }

    @Test("A plot is well-formed, and a bar to each bin says what it stands for")
    func bars() throws {
        let plot = Self.plot(.metric(.reward), [0.02, 0.03, 1])
        let names = try PageMarkup(plot).elements
        #expect(names.filter { $0.name == "rect" && $0.attributes["class"] == "bar" }.count == 20)
        #expect(plot.contains("<title>0.00 to 0.05: 2 reports</title>"))
        #expect(plot.contains("<title>0.95 to 1.00: 1 report</title>"))
        #expect(plot.contains("Histogram of 3 reports. Mean 0.350. Most, 2, have 0.00 to 0.05."))
    }

    @Test("Bars are as high as their counts, the highest up to its share of the axis")
    func heights() throws {
        let bars = try PageMarkup(Self.plot(.metric(.green), [0.02, 0.02, 0.02, 0.02, 0.5])).elements
            .filter { $0.attributes["class"] == "bar" }
        let heights = bars.compactMap { $0.attributes["height"].flatMap(Double.init) }
        #expect(heights[0] == 4 * heights[10])
        #expect(heights.filter { $0 == 0 }.count == 18)
        // The lowest edge is the same of all.
        let floors = bars.compactMap { bar in
            bar.attributes["y"].flatMap(Double.init).flatMap { y in bar.attributes["height"].flatMap(Double.init).map { y + $0 } }
        }
        #expect(Set(floors).count == 1)
    }

    @Test("What a bar filters by are its bounds; the last has no upper one")
    func filters() throws {
        let bins = try PageMarkup(Self.plot(.errors, [0, 12])).elements.filter { $0.attributes["class"] == "bin" }
        #expect(bins.compactMap { $0.attributes["data-low"] } == (0...10).map(String.init))
        #expect(bins.compactMap { $0.attributes["data-high"] } == (1...10).map(String.init))
    }

    @Test("Of no pairs the plot is empty and has no mean")
    func empty() throws {
        let plot = Self.plot(.metric(.crimson), [])
        #expect(!plot.contains("class=\"mean\""))
        #expect(plot.contains("Histogram of 0 reports."))
        _ = try PageMarkup(plot)
    }
}
