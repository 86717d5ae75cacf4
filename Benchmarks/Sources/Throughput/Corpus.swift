import ArgumentParser
import Foundation

/// Report texts, repeated to a size; each repetition is memory of its own, so that it is not faster than as many different reports.
struct Corpus: Sendable {
    let texts: [[UInt8]]
    let bytes: Int

    private struct Row: Codable {
        var id: String
        var text: String
    }

    init(jsonl path: String, megabytes: Int) throws {
        let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
        let rows = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0)) }
        let distinct = rows.map { Array($0.text.utf8) }.filter { !$0.isEmpty }
        guard !distinct.isEmpty else { throw ValidationError("\(path) holds no report text") }
        var texts: [[UInt8]] = []
        var bytes = 0
        while bytes < megabytes * 1_000_000 {
            let text = distinct[texts.count % distinct.count]
            texts.append(text.withUnsafeBufferPointer { Array($0) })
            bytes += text.count
        }
        self.texts = texts
        self.bytes = bytes
    }

    /// As JSONL with id and text.
    func jsonl() throws -> Data {
        let encoder = JSONEncoder()
        var data = Data(capacity: bytes + texts.count * 40)
        for (index, text) in texts.enumerated() {
            data.append(try encoder.encode(Row(id: "\(index)", text: String(decoding: text, as: UTF8.self))))
            data.append(UInt8(ascii: "\n"))
        }
        return data
    }
}
