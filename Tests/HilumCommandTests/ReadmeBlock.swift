import Foundation
import Testing

/// What README.md shows of a command's output, between `<!-- name:begin -->` and `<!-- name:end -->`.
enum ReadmeBlock {
    static var page: String {
        get throws {
            let root = URL(filePath: HilumProcess.tables).deletingLastPathComponent()
            return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        }
    }

    static func text(_ name: String) throws -> String {
        let page = try page
        let start = try #require(page.range(of: "<!-- \(name):begin -->\n```text\n"))
        let end = try #require(page.range(of: "```\n<!-- \(name):end -->", range: start.upperBound..<page.endIndex))
        return String(page[start.upperBound..<end.lowerBound])
    }
}
