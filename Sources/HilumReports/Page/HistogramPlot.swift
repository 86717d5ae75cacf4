import HilumMetrics
import HilumScoring

/// Draws a histogram as SVG: its bins with a readable name each, axes, and the mean with its interval. Colours are the style's.
struct HistogramPlot {
    private let histogram: Histogram
    private let moments: Moments
    /// The number at the top of the vertical axis.
    private let top: Int

    private static let (width, height) = (340.0, 190.0)
    private static let (left, right, above, below) = (40.0, 12.0, 14.0, 30.0)

    /// - Parameter moments: of the same values.
    init(_ histogram: Histogram, moments: Moments) {
        self.histogram = histogram
        self.moments = moments
        top = Self.roundAbove(histogram.counts.max() ?? 0)
    }

    /// The least of 1, 2, 4, 5, 10, 20, 40, 50 … that is not below a number.
    static func roundAbove(_ number: Int) -> Int {
        var unit = 1
        while true {
            for step in [1, 2, 4, 5] where step * unit >= number { return step * unit }
            unit *= 10
        }
    }

    /// A `figure` with its caption.
    var html: String {
        let key = histogram.measure.key
        return """
            <figure class="plot" data-measure="\(key)">
            <figcaption id="plot-\(key)">\(histogram.measure.title)\(histogram.measure == .errors ? " a report" : "")</figcaption>
            <svg viewBox="0 0 \(Self.width.short) \(Self.height.short)" role="img" aria-labelledby="plot-\(key) plot-\(key)-text">
            <desc id="plot-\(key)-text">\(description)</desc>
            \(axes)
            \((0..<histogram.counts.count).map(bin).joined(separator: "\n"))
            \(mean)
            </svg>
            </figure>

            """
    }

    /// The same in words.
    private var description: String {
        let decimals = histogram.measure.isCount ? 2 : 3
        var text = "Histogram of \(histogram.total) reports."
        if let mean = moments.mean { text += " Mean \(mean.fixed(decimals: decimals).withMinus)." }
        let largest = histogram.counts.max() ?? 0
        if largest > 0, let bin = histogram.counts.firstIndex(of: largest) {
            text += " Most, \(largest), have \(histogram.label(bin).withMinus)."
        }
        return text
    }

    private func bin(_ number: Int) -> String {
        let count = histogram.counts[number]
        let step = (Self.width - Self.left - Self.right) / Double(histogram.counts.count)
        let x = Self.left + Double(number) * step
        let size = Double(count) / Double(top) * depth
        // A single report among thousands is seen, too.
        let shown = count > 0 ? max(size, 1.5) : 0
        let isLast = number == histogram.counts.count - 1
        let bounds =
            "data-low=\"\(histogram.bound(number).short)\""
            + (isLast ? "" : " data-high=\"\(histogram.bound(number + 1).short)\"")
        return """
            <g class="bin" \(bounds)><title>\(histogram.label(number).withMinus): \(count) \(count == 1 ? "report" : "reports")</title>\
            <rect class="reach" x="\(x.short)" y="\(Self.above.short)" width="\(step.short)" height="\(depth.short)"/>\
            <rect class="bar" x="\((x + 1).short)" y="\((floor - shown).short)" width="\((step - 2).short)" height="\(shown.short)"/></g>
            """
    }

    private var depth: Double { Self.height - Self.above - Self.below }
    private var floor: Double { Self.height - Self.below }

    private func x(_ place: Double) -> Double {
        Self.left + place / Double(histogram.counts.count) * (Self.width - Self.left - Self.right)
    }

    private var axes: String {
        var text = "<g class=\"axes\" aria-hidden=\"true\">"
        for share in top % 2 == 0 ? [0, 0.5, 1] : [0, 1.0] {
            let y = floor - share * depth
            text += """
                <line x1="\(Self.left.short)" x2="\((Self.width - Self.right).short)" y1="\(y.short)" y2="\(y.short)"/>\
                <text x="\((Self.left - 6).short)" y="\((y + 4).short)" text-anchor="end">\((share * Double(top)).short)</text>
                """
        }
        let bins = histogram.counts.count
        for bin in histogram.measure.isCount ? Array(0..<bins) : [0, bins / 4, bins / 2, 3 * bins / 4, bins] {
            let label =
                histogram.isOpenEnded(bin) ? "\(histogram.bound(bin).short)+" : histogram.bound(bin).short
            let place = histogram.measure.isCount ? Double(bin) + 0.5 : Double(bin)
            text += """
                <text x="\(x(place).short)" y="\((floor + 16).short)" text-anchor="middle">\(label.withMinus)</text>
                """
        }
        return text + "</g>"
    }

    private var mean: String {
        guard let mean = moments.mean else { return "" }
        let at = x(histogram.place(of: mean)).short
        var text = "<g class=\"mean\" aria-hidden=\"true\">"
        if let interval = moments.ci95 {
            let (low, high) = (x(histogram.place(of: interval.low)), x(histogram.place(of: interval.high)))
            text += """
                <rect x="\(low.short)" y="\(Self.above.short)" width="\((high - low).short)" height="\(depth.short)"/>
                """
        }
        return text + "<line x1=\"\(at)\" x2=\"\(at)\" y1=\"\(Self.above.short)\" y2=\"\(floor.short)\"/></g>"
    }
}

extension Double {
    /// With two decimals at the most.
    var short: String {
        var text = fixed(decimals: 2)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : text
    }
}

extension String {
    /// A number with a minus sign instead of a hyphen, for people.
    var withMinus: String { replacing("-", with: "−") }
}
