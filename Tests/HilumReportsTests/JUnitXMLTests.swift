import Foundation
import HilumTestSupport
import Testing

@testable import HilumReports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("JUnit's XML")
struct JUnitXMLTests {
    /// What a parser makes of a document: each element with its attributes and text.
    final class Elements: NSObject, XMLParserDelegate {
        struct Element {
            var name: String
            var attributes: [String: String]
            var text = ""
        }

        private(set) var all: [Element] = []
        private var open: [Int] = []

        init(_ text: String) throws {
            super.init()
            let parser = XMLParser(data: Data(text.utf8))
            parser.delegate = self
            let isWellFormed = parser.parse()
            try #require(isWellFormed, "\(String(describing: parser.parserError))")
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(all.count)
            all.append(Element(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { all[last].text += text }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }

        subscript(name: String) -> [Element] { all.filter { $0.name == name } }
    }

    /// All that XML 1.0 has a say in, and the first and last scalars beside what it forbids.
    private static let hostile =
        "<b a=\"1\" c='2'>&amp; ]]> \u{0}\u{1}\u{8}\t\n\u{B}\u{1F} \u{7F}\u{85}\u{2028} \u{FFFD}\u{FFFE}\u{FFFF}\u{10000}\u{1FFFE} é«»→"

    private static let kept = hostile.unicodeScalars.reduce(into: "") { text, scalar in
        let isForbidden = scalar.value < 0x20 && scalar != "\t" && scalar != "\n" || [0xFFFE, 0xFFFF].contains(scalar.value)
        text.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
    }

    @Test("is read as it was meant, whatever is in it")
    func escapes() throws {
        var xml = JUnitXML(suite: Self.hostile, properties: [(Self.hostile, Self.hostile)])
        xml.cases = [
            .init(name: Self.hostile, file: Self.hostile, failure: .init(message: Self.hostile, details: Self.hostile)),
            .init(name: "b", output: Self.hostile + "\r\nend"), .init(name: "c"),
        ]
        let elements = try Elements(xml.text)
        let suite = try #require(elements["testsuite"].first).attributes
        #expect(suite["name"] == Self.kept)
        #expect(elements["property"].map(\.attributes) == [["name": Self.kept, "value": Self.kept]])
        #expect(elements["testcase"].map { $0.attributes["name"] } == [Self.kept, "b", "c"])
        #expect(elements["testcase"][0].attributes["file"] == Self.kept)
        #expect(elements["failure"].map(\.attributes) == [["message": Self.kept]])
        #expect(elements["failure"].map(\.text) == [Self.kept])
        #expect(elements["system-out"].map(\.text) == [Self.kept + "\r\nend"])
        for counts in [suite, try #require(elements["testsuites"].first).attributes] {
            #expect(["tests", "failures", "errors", "skipped"].map { counts[$0] } == ["3", "1", "0", "0"])
        }
    }

    @Test("of a check has a case a gate and one for missing reports, and fails where the check does", arguments: [false, true])
    func check(allowsMissing: Bool) throws {
        let before = (0..<12).map { Made.Report(id: "<\($0)>", reward: 0.5) }
        let now = before.dropLast(2).map { Made.Report(id: $0.id, reward: 0.1, errors: ["edema & <more>"]) }
        let gates = try Gate.standard + [Gate(.min, "kg_reward=0.05")]
        let result = try Made.result(now, against: before, gates, allowsMissing: allowsMissing)
        let elements = try Elements(result.junit(most: 3).text)
        let suite = try #require(elements["testsuite"].first).attributes
        #expect(suite["tests"] == "4" && elements["testcase"].count == 4)
        #expect(suite["failures"] == (allowsMissing ? "2" : "3"))
        #expect(elements["failure"].map { $0.attributes["message"] } == result.failures)
        #expect(elements["failure"][0].text.contains("'<0>', in.csv:2: kg_reward 0.500 → 0.100 (-0.4), clinically_significant"))
        #expect(elements["failure"][0].text.contains("«edema & <more>» → nothing"))
        #expect(elements["failure"][0].text.split(separator: "\n").count == 7)
        if !allowsMissing { #expect(elements["failure"][2].text == "<10>\n<11>") }
    }
}
