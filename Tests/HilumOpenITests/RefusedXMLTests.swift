import HilumOpenI
import Testing

@Suite("XML that is refused")
struct RefusedXMLTests {
    private func failure(_ bytes: some Sequence<UInt8>) -> OpenIError? {
        do throws(OpenIError) {
            _ = try OpenIReport(xml: Array(bytes), file: "report.xml")
            return nil
        } catch {
            return error
        }
    }

    private static let secret = "The cardiac shadow is wide."
    private static let whole = OpenIXML.report(abstract: OpenIXML.part("FINDINGS", secret))

    @Test(
        "A document type is refused where it stands, before anything in it is read",
        arguments: [
            "<!DOCTYPE eCitation>",
            #"<!DOCTYPE eCitation SYSTEM "file:///etc/hostname">"#,
            #"<!DOCTYPE eCitation SYSTEM "http://127.0.0.1:9/report.dtd">"#,
            #"<!DOCTYPE eCitation [<!ENTITY x SYSTEM "file:///etc/hostname">]>"#,
            #"<!DOCTYPE eCitation [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>"#,
        ])
    func documentType(declaration: String) {
        let declaration = "<?xml version=\"1.0\"?>\n\(declaration)"
        let xml = OpenIXML.report(declaration: declaration, abstract: OpenIXML.part("FINDINGS", "a &x; b"))
        #expect(failure(xml.utf8) == .documentType(file: "report.xml", line: 2))
    }

    @Test("An entity bomb is refused at once", .timeLimit(.minutes(10)))
    func entityBomb() {
        var entities = "<!ENTITY a0 \"wide\">"
        for level in 1...30 {
            entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        let declaration = "<?xml version=\"1.0\"?><!DOCTYPE eCitation [\(entities)]>"
        let xml = OpenIXML.report(declaration: declaration, abstract: OpenIXML.part("FINDINGS", "&a30;"))
        #expect(failure(xml.utf8) == .documentType(file: "report.xml", line: 1))
    }

    @Test(
        "A report that is cut off is malformed, wherever the cut is",
        arguments: [0, 1, 40, 60, 120, 200, 300, 380])
    func truncated(count: Int) {
        guard case .malformed(file: "report.xml", _, _, _) = failure(Self.whole.utf8.prefix(count)) else {
            Issue.record("not refused as malformed")
            return
        }
    }

    @Test("No prefix of a report crashes the reader or is taken for the report")
    func everyPrefix() {
        for count in 0..<Self.whole.utf8.count {
            #expect(failure(Self.whole.utf8.prefix(count)) != nil, "\(count) bytes")
        }
        #expect(failure(Self.whole.utf8) == nil)
    }

    @Test(
        "Errors say where and what",
        arguments: [
            ("<eCitation>\n<uId></eCitation>", 2, "an end tag that does not answer the last start tag"),
            ("<eCitation>\n<uId id=\"CXR1\"/>\n", 3, "it ends within an element"),
            ("<eCitation>\n\n<major>&lung;</major></eCitation>", 3, "an entity that XML does not define"),
            ("<eCitation>\n\u{1}</eCitation>", 2, "a character that XML does not allow"),
            ("<eCitation/>\n<eCitation/>", 2, "something follows the root element"),
            ("CXR1", 1, "it does not begin with a tag"), ("", 1, "the file is empty"),
        ])
    func malformed(xml: String, line: Int, problem: String) {
        guard case .malformed("report.xml", let foundLine, let column, let foundProblem) = failure(xml.utf8) else {
            Issue.record("not refused as malformed")
            return
        }
        #expect(foundLine == line)
        #expect(foundProblem == problem)
        #expect(column >= 1)
    }

    @Test("Nesting beyond what a report needs is refused")
    func deepNesting() {
        let xml = "<eCitation>" + String(repeating: "<a>", count: 100_000)
        guard case .malformed = failure(xml.utf8) else {
            Issue.record("not refused as malformed")
            return
        }
    }

    @Test("Bytes that are not in the declared encoding are refused")
    func invalidUTF8() {
        let xml = OpenIXML.report(abstract: OpenIXML.part("FINDINGS", "caf\u{E9} shadow"))
        let bytes = xml.unicodeScalars.map { UInt8($0.value) }
        guard case .wrongEncoding("report.xml", line: 6, _) = failure(bytes) else {
            Issue.record("not refused as wrongly encoded: \(String(describing: failure(bytes)))")
            return
        }
    }

    @Test("An encoding that nobody knows is refused")
    func unknownEncoding() {
        let xml = OpenIXML.report(declaration: #"<?xml version="1.0" encoding="utf-99"?>"#, abstract: "")
        guard case .wrongEncoding("report.xml", line: 1, _) = failure(xml.utf8) else {
            Issue.record("not refused as wrongly encoded: \(String(describing: failure(xml.utf8)))")
            return
        }
    }

    @Test(
        "XML that is no report of Open-i is told apart from broken XML",
        arguments: [
            ("<html><body>Not found</body></html>", 1, "its root is not eCitation"),
            ("\n\n<report/>", 3, "its root is not eCitation"),
            ("<eCitation><MeSH/></eCitation>", 1, #"it has no <uId id="…"/>"#),
            ("<eCitation><uId/></eCitation>", 1, #"it has no <uId id="…"/>"#),
        ])
    func notAReport(xml: String, line: Int, problem: String) {
        #expect(failure(xml.utf8) == .notAReport(file: "report.xml", line: line, problem: problem))
    }

    @Test("Descriptions begin with the place and never quote the report")
    func descriptions() {
        let broken = [
            Self.whole.replacing("</AbstractText>", with: "</Abstract>"), Self.whole.replacing("cardiac", with: "&cardiac;"),
            Self.whole.replacing("cardiac", with: "\u{2}cardiac"),
            Self.whole.replacing("<eCitation>", with: "<!DOCTYPE cardiac><eCitation>"),
            Self.whole.replacing("<eCitation>", with: "<cardiac>").replacing("</eCitation>", with: "</cardiac>"),
        ]
        for xml in broken {
            let description = failure(xml.utf8).map(\.description) ?? ""
            #expect(description.hasPrefix("report.xml:"))
            #expect(!description.contains("cardiac"))
        }
    }
}
