import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("Written results")
struct WriterTests {
    @Test(
        "have numbers rounded to six decimals, short, without an exponent",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (0.1, "0.1"), (1.0 / 3, "0.333333"), (2.0 / 3, "0.666667"), (-0.5, "-0.5"),
            (1e-7, "0"),
            (-1e-7, "0"), (0.000001, "0.000001"), (0.9999999, "1"), (123456.789, "123456.789"), (1e11, "100000000000"), (4, "4"),
            (-12.05, "-12.05"),
        ] as [(Double, String)])
    func numbers(value: Double, text: String) {
        var json = JSONWriter()
        json.number(value)
        #expect(json.text == text)
        var csv = CSVWriter()
        csv.cell(value)
        #expect(csv.text == text)
    }

    @Test("have large numbers that read back", arguments: [1e12, 1.5e15, 1e300, -4.25e20])
    func largeNumbers(value: Double) throws {
        var json = JSONWriter()
        json.number(value)
        var cursor = JSONCursor(json.bytes, in: 0..<json.bytes.count)
        #expect(try Double(String(decoding: cursor.number(), as: UTF8.self)) == value)
    }

    @Test("have null for what is no number", arguments: [Double.nan, .infinity, -.infinity])
    func notNumbers(value: Double) {
        var json = JSONWriter()
        json.number(value)
        #expect(json.text == "null")
        var csv = CSVWriter()
        csv.cell(value)
        #expect(csv.text.isEmpty)
    }

    @Test(
        "have integers to the last digit",
        arguments: [(0, "0"), (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808")])
    func integers(value: Int, text: String) {
        var json = JSONWriter()
        json.integer(value)
        #expect(json.text == text)
    }

    /// By rounding and by the decimals of a string, as slow as it is plain.
    private func written(_ value: Double) -> String {
        let scaled = Int((value * 1_000_000).rounded())
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        var text = padded.dropLast(6) + "." + padded.suffix(6)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return (scaled < 0 ? "-" : "") + text
    }

    @Test("have any number as rounding it and writing its digits one by one would", arguments: 0..<20 as Range<UInt64>)
    func manyNumbers(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let sizes: [Double] = [1, 1e-6, 1e3, 1e11]
        for _ in 0..<2000 {
            let size = sizes[Int.random(in: 0..<4, using: &generator)]
            var value = Double.random(in: -size...size, using: &generator)
            // Halves of a millionth too, which round away from 0.
            if Bool.random(using: &generator) {
                value = (Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) + 0.5) / 1_000_000
            }
            var json = JSONWriter()
            json.number(value)
            if json.text != written(value) { Issue.record("\(value): \(json.text)") }
            let shift = Int.random(in: 0..<64, using: &generator)
            let integer = Int.random(in: Int.min...Int.max, using: &generator) >> shift
            var pair = JSONWriter()
            pair.pair(integer, -1)
            if pair.text != "[\(integer),-1]" { Issue.record("\(integer): \(pair.text)") }
        }
    }

    @Test("have strings escaped byte by byte, wherever in eight bytes it falls", arguments: 0..<20 as Range<UInt64>)
    func manyStrings(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bytes: [UInt8] = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                let isPlain = Int.random(in: 0..<8, using: &generator) > 0
                let others: [UInt8] = [0x0A, 0x00, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0xFF]
                return isPlain ? UInt8(ascii: "a") : others.randomElement(using: &generator) ?? 0
            }
            var expected: [UInt8] = [0x22]
            for byte in bytes {
                switch byte {
                case 0x22, 0x5C: expected += [0x5C, byte]
                case 0x0A: expected += Array("\\n".utf8)
                case 0x00: expected += Array("\\u0000".utf8)
                case 0x1F: expected += Array("\\u001f".utf8)
                default: expected.append(byte)
                }
            }
            var json = JSONWriter()
            json.string(utf8: bytes)
            if json.bytes != expected + [0x22] { Issue.record("\(bytes)") }
            // And to where a reader of strings has to stop.
            let stop = bytes.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
            if ByteSearch.firstEscaped(in: bytes, 0..<bytes.count) != stop { Issue.record("\(bytes)") }
            let line = bytes.firstIndex { $0 == 0x0A || $0 == 0x22 || $0 == 0x5B } ?? bytes.count
            if ByteSearch.first(of: 0x0A, 0x22, 0x5B, in: bytes, 0..<bytes.count) != line { Issue.record("\(bytes)") }
        }
    }

    @Test("have strings with the escapes that JSON asks for")
    func strings() {
        var json = JSONWriter()
        json.string("\"\\/\n\r\t\u{1}\u{1F}\u{7F}é🫁")
        #expect(json.text == #""\"\\/\n\r\t\u0001\u001f"# + "\u{7F}é🫁\"")
        var slice = JSONWriter()
        slice.string(utf8: Array("xa\nb".utf8)[1...])
        #expect(slice.text == #""a\nb""#)
    }

    @Test("have commas where they belong")
    func structure() {
        var json = JSONWriter()
        json.object {
            $0.key("a")
            $0.array {
                $0.integer(1)
                $0.array { _ in }
                $0.object { _ in }
                $0.null()
            }
            $0.key("b")
            $0.bool(false)
            $0.fragment(Array("\"c\":1,\"d\":2".utf8))
            $0.key("e")
            $0.string(nil)
        }
        json.newline()
        json.object { _ in }
        #expect(json.text == "{\"a\":[1,[],{},null],\"b\":false,\"c\":1,\"d\":2,\"e\":null}\n{}")
        json.removeAll()
        json.integer(1)
        #expect(json.text == "1")
    }

    @Test("have cells quoted where they have to be, and read back as they were")
    func cells() throws {
        let texts = ["", "plain", "a,b", "say \"aah\"", "two\nlines", "cr\r", " space ", "ünï"]
        var csv = CSVWriter()
        csv.row(texts.indices.map { "c\($0)" })
        csv.row(texts)
        #expect(csv.text.hasSuffix("\n,plain,\"a,b\",\"say \"\"aah\"\"\",\"two\nlines\",\"cr\r\", space ,ünï\n"))
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", csv.bytes))
        try reader.select(reader.columns)
        #expect(try reader.next()?.cells == texts.map { Array($0.utf8) })
    }
}
