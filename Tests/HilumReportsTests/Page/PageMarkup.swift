import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a browser makes of the page's markup: its elements in order. The page is written so that it is XML but for its first line and
/// what stands in scripts and styles, so that an XML parser checks every tag and attribute.
final class PageMarkup: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// Of the element itself, without those in it.
        var text = ""
    }

    private(set) var elements: [Element] = []
    /// The contents of scripts and styles, as HTML ends them: at the first end tag.
    private(set) var raw: [String] = []
    private var open: [Int] = []

    init(_ html: String) throws {
        super.init()
        var rest = Substring(html.replacing("<!DOCTYPE html>", with: ""))
        var markup = ""
        while let start = rest.firstMatch(of: /<(script|style)[^>]*>/) {
            markup += rest[..<start.range.upperBound]
            let end = try #require(rest[start.range.upperBound...].firstRange(of: "</\(start.1)"))
            raw.append(String(rest[start.range.upperBound..<end.lowerBound]))
            rest = rest[end.lowerBound...]
        }
        markup += rest
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = self
        try #require(parser.parse(), "line \(parser.lineNumber), column \(parser.columnNumber)")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }

    /// The texts of the elements of a name.
    func texts(_ name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }
}
