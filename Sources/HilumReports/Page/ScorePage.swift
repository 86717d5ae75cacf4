#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import HilumMetrics
import HilumScoring
import PageAssets

/// The page of a run of `hilum score`: one HTML file that asks no network for anything, with a summary, plots, a table of the pairs, and of each
/// pair both texts with their findings and errors and the two graphs laid over one another.
///
/// What comes from reports stands as escaped text or as JSON; its content security policy lets no script run but its own.
public struct ScorePage: Sendable {
    /// What was scored, for the heading.
    private let source: String

    /// - Parameter source: the path of what was scored, of which the page names the last part.
    public init(source: String) {
        self.source = source.split(separator: "/").last.map(String.init) ?? source
    }

    /// Writes the page, piece by piece.
    /// - Parameters:
    ///   - corpus: the pairs; as many as `summary` is of.
    ///   - write: takes the next bytes, UTF-8.
    public func write<Failure>(
        _ corpus: PageCorpus, summary: CorpusSummary, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let pairs = corpus.kept
        try write(Array(head.utf8))
        try write(Array(body(corpus, summary, shown: pairs.count).utf8))
        try write(
            Self.dataStart("page-index") + PageIndexJSON.bytes(of: pairs, parts: summary.parts, isJudged: corpus.isJudged)
                + Self.dataEnd)
        // A line a pair, so that one is parsed when it is opened.
        for (name, lines) in [("page-texts", \PagePair.texts), ("page-details", \PagePair.details)] {
            try write(Self.dataStart(name))
            for (number, pair) in pairs.enumerated() {
                try write((number > 0 ? [UInt8(ascii: "\n")] : []) + pair[keyPath: lines])
            }
            try write(Self.dataEnd)
        }
        try write(Array("<script>".utf8) + PageAsset.script + Array("</script>\n</body>\n</html>\n".utf8))
    }

    private static func dataStart(_ id: String) -> [UInt8] { Array("<script type=\"application/json\" id=\"\(id)\">".utf8) }
    private static let dataEnd = Array("</script>\n".utf8)

    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '\(PageAsset.scriptHash)'; \
        style-src '\(PageAsset.styleHash)'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>\(source.escapedForHTML): scores by Hilum</title>
        <style>\(String(decoding: PageAsset.style, as: UTF8.self))</style>
        </head>

        """
    }

    private func body(_ corpus: PageCorpus, _ summary: CorpusSummary, shown: Int) -> String {
        let hasErrors = summary.parts.contains(.factuality)
        let plots = corpus.histograms.map { histogram in
            HistogramPlot(histogram, moments: histogram.measure == .errors ? corpus.errors : moments(histogram, summary)).html
        }
        let cards = SummaryCards(summary, corpus)
        return """
            <body>
            <a class="skip" href="#page-reports">To the table of reports</a>
            <a class="skip" href="#page-pair">To the open pair</a>
            <header>
            <div><p class="brand">Hilum</p><h1>Scores of \(source.escapedForHTML)</h1>
            <p class="what">\(summary.n) \(summary.n == 1 ? "pair" : "pairs") of reports: each candidate against its reference.</p></div>
            <div id="page-theme"></div>
            <p class="signature"><span>Comparable with scores of the same signature:</span> <code>\(summary.signature.escapedForHTML)</code></p>
            </header>
            <main>
            <section aria-labelledby="page-summary">
            <h2 id="page-summary">Summary</h2>
            \(generated(corpus, summary))\(cards.html)\(hasErrors ? ErrorChart.html(corpus) : "")\(cards.table)</section>
            \(plots.isEmpty ? "" : Self.distribution(plots))<section aria-labelledby="page-reports">
            <h2 id="page-reports" tabindex="-1">Reports</h2>
            \(shown < summary.n ? left(out: summary.n - shown, shown: shown, summary) : "")<div id="page-table">\
            <noscript><p>The table and the reports need JavaScript, which this page has in itself.</p></noscript></div>
            </section>
            <section id="page-pair" aria-labelledby="page-pair-title" tabindex="-1"></section>
            </main>
            <footer><p>Written by Hilum \(HilumVersion.current). Not a medical device and not for clinical decisions: it judges what reports say, \
            never whether they are right about the image.</p></footer>
            <div id="page-tip" role="tooltip" hidden=""></div>

            """
    }

    private func moments(_ histogram: Histogram, _ summary: CorpusSummary) -> Moments {
        guard case .metric(let metric) = histogram.measure else { return Moments() }
        return summary[metric]
    }

    private static func distribution(_ plots: [String]) -> String {
        """
        <section aria-labelledby="page-distribution">
        <h2 id="page-distribution">Distribution</h2>
        <p class="hint">The line is the mean, the band about it its 95 % interval. A bar shows its reports in the table.</p>
        <div class="plots">
        \(plots.joined())</div>
        </section>

        """
    }

    /// How many references a model has written; empty where none.
    private func generated(_ corpus: PageCorpus, _ summary: CorpusSummary) -> String {
        let count = corpus.generatedReferences
        guard count > 0 else { return "" }
        return """
            <p class="caution">\(count) of \(summary.n) references \(count == 1 ? "is" : "are") generated by the model that the signature names: \
            a score against one is agreement with that model. For research only.</p>

            """
    }

    private func left(out: Int, shown: Int, _ summary: CorpusSummary) -> String {
        let first = PageMeasure.columns(of: summary.parts, isJudged: false).first ?? .coverage
        return """
            <p class="caution">The table holds the \(shown) pairs with the \(first.isHigherBetter ? "lowest" : "highest") \(first.title); \
            \(out) others are in the summary and the plots only.</p>

            """
    }
}

/// The page's style and script.
enum PageAsset {
    static let style = bytes(hilum_page_style(), hilum_page_style_count())
    static let script = bytes(hilum_page_script(), hilum_page_script_count())

    static let styleHash = hash(style)
    static let scriptHash = hash(script)

    private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// As a content security policy names what it allows.
    static func hash(_ bytes: [UInt8]) -> String { "sha256-\(Data(SHA256.hash(bytes)).base64EncodedString())" }
}
