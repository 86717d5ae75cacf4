import Foundation
import HilumExtraction
import HilumMetrics
import HilumOntology
import HilumScoring
import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("The page of scores")
struct ScorePageTests {
    private let extractor: Extractor
    private let scorer: Scorer

    init() throws {
        let ontology = try TinyOntology.make()
        extractor = Extractor(ontology: ontology)
        scorer = Scorer(ontology: ontology)
    }

    private typealias Pair = (id: String, candidate: String, reference: String)

    private static let pairs: [Pair] = [
        ("same", "Pleural effusion.", "Pleural effusion."), ("missed", "Nothing.", "Pleural effusion."),
        ("invented", "Pneumothorax. Pleural effusion.", "Pleural effusion."),
        ("</script><b>", "Pneumothorax é <img src=x onerror=alert(1)>", "😀 “pneumothorax” </script> -->"),
        ("blank", "", "Pneumothorax."),
    ]

    /// - Parameter pieces: how many pairs are added at a time, as by one thread.
    private func page(
        _ pairs: [Pair] = pairs, parts: Set<ScorePart> = .all, most: Int = PageCorpus.mostPairs, pieces: Int = 100,
        source: String = "folder/pairs.csv"
    ) -> String {
        var corpus = PageCorpus(parts: parts, most: most)
        var summary = CorpusSummary(signature: "signature", parts: parts)
        for start in stride(from: 0, to: pairs.count, by: pieces) {
            var piece = PageCorpus(parts: parts, most: most)
            for pair in pairs[start..<min(start + pieces, pairs.count)] {
                let (candidate, reference) = (extractor.graph(of: pair.candidate), extractor.graph(of: pair.reference))
                let score = scorer.score(candidate: candidate, reference: reference, parts: parts)
                summary.add(score)
                piece.add(
                    score, id: Array(pair.id.utf8), candidate: candidate, reference: reference,
                    findings: scorer.comparedFindings(candidate: scorer.read(candidate), reference: scorer.read(reference)))
            }
            corpus.merge(piece)
        }
        var bytes: [UInt8] = []
        ScorePage(source: source).write(corpus, summary: summary) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func index(_ page: String) throws -> [String: Any] {
        let json = try #require(try PageMarkup(page).raw.first { $0.hasPrefix("{\"columns\"") })
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    /// The ids on the page.
    private static func ids(_ page: String) throws -> [String] {
        try #require(try index(page)["rows"] as? [[Any]]).compactMap { $0.first as? String }
    }

    @Test("is well-formed, and names in its policy the one style and the one script that it has")
    func structure() throws {
        let page = page()
        let markup = try PageMarkup(page)
        #expect(markup.texts("h1") == ["Scores of pairs.csv"])
        #expect(markup.texts("h2") == ["Summary", "Distribution", "Reports"])
        #expect(
            markup.elements.filter { $0.name == "script" }.map { $0.attributes["type"] ?? "" } == [
                "application/json", "application/json", "application/json", "",
            ])
        let policy = try #require(markup.elements.compactMap { $0.attributes["content"] }.first { $0.contains("default-src") })
        #expect(policy.hasPrefix("default-src 'none';"))
        let (style, script) = (try #require(markup.raw.first), try #require(markup.raw.last))
        #expect(policy.contains("style-src '\(PageAsset.hash(Array(style.utf8)))'"))
        #expect(policy.contains("script-src '\(PageAsset.hash(Array(script.utf8)))'"))
        // Nothing has an attribute that runs or styles by itself, and nothing is fetched.
        for element in markup.elements {
            #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && !["style", "src", "srcset"].contains($0) })
            #expect(element.name != "link" && element.name != "img")
        }
        // Every name that is referred to is there, once.
        let ids = markup.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for key in ["aria-labelledby", "aria-describedby"] {
            for name in markup.elements.compactMap({ $0.attributes[key] }).joined(separator: " ").split(separator: " ") {
                // The title of the pair is made with the pair.
                #expect(ids.contains(String(name)) || name == "page-pair-title")
            }
        }
    }

    @Test("holds every pair with its texts, in their order, whatever they contain")
    func contents() throws {
        let page = page()
        #expect(try Self.ids(page) == Self.pairs.map(\.id))
        let lines = try #require(try PageMarkup(page).raw.first { $0.hasPrefix("[\"") }).split(separator: "\n")
        let texts = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String] }
        #expect(texts == Self.pairs.map { [$0.reference, $0.candidate] })
    }

    @Test("says which reports are blank: 1 the reference, 2 the candidate, 3 both")
    func blank() throws {
        let pairs: [Pair] = [
            ("a", "", "Mass."), ("b", "Mass.", " \n\t"), ("c", "", ""), ("d", "Mass.", "Mass."), ("e", "?", "Mass."),
        ]
        let rows = try #require(try Self.index(page(pairs))["rows"] as? [[Any]])
        #expect(rows.map { $0.last as? Int } == [2, 1, 3, 0, 0])
    }

    @Test("marks words by their places in UTF-16")
    func spans() throws {
        let raw = try PageMarkup(page()).raw
        let details = try #require(raw.first { $0.hasPrefix("{\"scores\"") }).split(separator: "\n")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(details[3].utf8)) as? [String: Any])
        let reference = try #require((object["reference"] as? [String: Any])?["findings"] as? [[Any]])
        let span = try #require(reference.first)
        let text = Array(Self.pairs[3].reference.utf16)
        let (start, end) = (try #require(span[0] as? Int), try #require(span[1] as? Int))
        #expect(String(decoding: text[start..<end], as: UTF16.self) == "pneumothorax")
    }

    @Test("has the same bytes however the pairs were divided", arguments: [1, 2, 3, 5])
    func division(pieces: Int) {
        #expect(page(pieces: pieces) == page())
        #expect(page(most: 2, pieces: pieces) == page(most: 2))
    }

    @Test("keeps the pairs of the lowest reward, the first of equals, in their order, and says so")
    func most() throws {
        let page = page(most: 2)
        #expect(try Self.ids(page) == ["missed", "blank"])
        #expect(
            page.contains("The table holds the 2 pairs with the lowest reward; 3 others are in the summary and the plots only."))
        let many = (0..<50).map { ("p\($0)", $0 % 10 == 0 ? "" : "Pneumothorax.", "Pneumothorax.") }
        #expect(try Self.ids(self.page(many, most: 7, pieces: 4)) == ["p0", "p1", "p2", "p10", "p20", "p30", "p40"])
    }

    @Test("shows only what was asked for")
    func parts() throws {
        let lexical = page(parts: [.lexical])
        #expect(!lexical.contains("Errors by kind"))
        #expect(try PageMarkup(lexical).texts("h3") == ["BLEU-4", "ROUGE-L", "pairs of low coverage"])
        #expect(try PageMarkup(lexical).texts("figcaption") == ["BLEU-4", "ROUGE-L"])
        #expect(
            try #require(Self.index(lexical)["columns"] as? [[String: Any]]).compactMap { $0["key"] as? String } == [
                "bleu_4", "rouge_l", "coverage",
            ])
        let rows = try #require(Self.index(lexical)["rows"] as? [[Any]])
        #expect(rows.allSatisfy { ($0[2] as? [Any])?.isEmpty == true })
        let chexpert = page(parts: [.chexpert])
        #expect(try PageMarkup(chexpert).texts("h2") == ["Summary", "Reports"])
    }

    @Test("counts the errors of all pairs, kept or not")
    func errors() throws {
        let rows = try PageMarkup(page(most: 1)).elements
        let start = try #require(rows.firstIndex { $0.attributes["data-category"] == "omission_finding" })
        #expect(rows[(start + 1)...].prefix(3).map(\.text) == ["omitted finding", "2", "0"])
    }

    @Test("of no pairs is a page, too")
    func empty() throws {
        let page = page([])
        #expect(try PageMarkup(page).texts("h1") == ["Scores of pairs.csv"])
        #expect(try Self.ids(page).isEmpty)
    }

    @Test("takes a hostile name of a file for a name")
    func source() throws {
        let markup = try PageMarkup(page(source: "a/<b>&\"'.csv"))
        #expect(markup.texts("h1") == ["Scores of <b>&\"'.csv"])
        #expect(markup.texts("title").first == "<b>&\"'.csv: scores by Hilum")
    }
}
