import ArgumentParser
import Foundation

/// Report texts, repeated to a size; each repetition is memory of its own, so that it is not faster than as many different reports.
struct Corpus: Sendable {
    let texts: [[UInt8]]
    let bytes: Int
    /// How many of the texts there are before they repeat.
    let distinctCount: Int

    private struct Row: Decodable {
        var text: String
    }

    /// - Parameters:
    ///   - path: JSONL with `text`; blank texts are left out.
    ///   - size: in bytes of text; reached with the last report.
    init(jsonl path: String, size: Int) throws {
        let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        let distinct = try lines.map { Array(try decoder.decode(Row.self, from: Data($0)).text.utf8) }.filter { !$0.isEmpty }
        guard !distinct.isEmpty else { throw ValidationError("\(path) holds no report text") }
        var texts: [[UInt8]] = []
        var bytes = 0
        while bytes < size {
            let text = distinct[texts.count % distinct.count]
            texts.append(text.withUnsafeBufferPointer { Array($0) })
            bytes += text.count
        }
        self.texts = texts
        self.bytes = bytes
        distinctCount = distinct.count
    }

    /// A text, however often the reports have to be repeated.
    subscript(cycling index: Int) -> [UInt8] { texts[index % min(distinctCount, texts.count)] }
}
