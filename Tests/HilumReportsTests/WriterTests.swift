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
