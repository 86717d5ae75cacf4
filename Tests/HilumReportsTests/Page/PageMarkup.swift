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
    private static let rawNames = ["script", "style"]

    init(_ html: String) throws {
        super.init()
        var markup = ""
        var rest = html.replacing("<!DOCTYPE html>", with: "")[...]
        while let name = Self.rawNames.compactMap({ rest.range(of: "<\($0)") }).min(by: { $0.lowerBound < $1.lowerBound }) {
            let start = try #require(rest[name.upperBound...].range(of: ">")).upperBound
            let end = try #require(rest[start...].range(of: "</\(rest[name].dropFirst())")).lowerBound
            markup += rest[..<start]
            raw.append(String(rest[start..<end]))
            rest = rest[end...]
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
