import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("A line reader")
struct LineReaderTests {
    @Test("gives each line with its number and goes on behind one that is no UTF-8")
    func goesOn() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("lines", Array("a\n\n".utf8) + [0xFF] + Array("\nb\u{0}\nc".utf8))
        let reader = try LineReader(path: path)
        var lines: [String] = []
        while let line = try reader.next() {
            switch line.text {
            case .success(let text): lines.append("\(line.number): \(String(decoding: text, as: UTF8.self))")
            case .failure(let error): lines.append("\(error)")
            }
        }
        #expect(lines.count == 4)
        #expect(lines.first == "1: a")
        #expect(lines.last == "5: c")
        #expect(lines[1].contains(":3: byte 1: malformed JSON: no UTF-8"))
        #expect(lines[2].contains(":4: byte 2: malformed JSON: a NUL byte"))
    }
}
