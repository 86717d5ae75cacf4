import Testing

@testable import HilumReports

@Suite("JSON")
struct JSONCursorTests {
    private static func check(_ text: String) throws(JSONError) {
        var cursor = JSONCursor(Array(text.utf8), in: 0..<text.utf8.count)
        try cursor.skipValue()
        try cursor.finish()
    }

    @Test(
        "is read as RFC 8259 has it",
        arguments: [
            "null", " true ", "false", "-0", "1.5e+3", #""a\u00e9\ud83e\udec1""#, "[]", "[1, [2]]", "{}", #"{"b":1,"a":{}}"#,
        ])
    func reads(text: String) throws {
        try Self.check(text)
    }

    @Test(
        "that is malformed is refused with the offset at fault",
        arguments: [
            ("", 0), ("nul", 0), ("[1,]", 3), ("{\"a\":1,}", 7), ("{a:1}", 1), ("{\"a\" 1}", 5), ("01", 0), ("-", 1), ("1.", 2),
            ("1e", 2),
            (".5", 0), ("+1", 0), ("\"a", 0), ("\"\u{1}\"", 1), (#""\x""#, 1), (#""\u12g4""#, 5), (#""\ud83e""#, 1),
            (#""\udec1\ud83e""#, 1),
            (#""\ud83e\u0041""#, 1), ("[1 2]", 3), ("{} {}", 3), ("'a'", 0), ("NaN", 0), ("[", 1), ("//x\n1", 0),
        ])
    func refuses(text: String, offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try Self.check(text) }
        #expect(error.offset == offset, "\(error)")
    }

    @Test("may stand 256 levels deep and no deeper")
    func depth() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        try Self.check(nested(257))
        #expect(throws: JSONError.self) { try Self.check(nested(258)) }
        #expect(throws: JSONError.self) { try Self.check(nested(1_000_000)) }
    }

    @Test("strings come back from what the writer writes")
    func roundTrip() throws {
        let text = String(String.UnicodeScalarView((1...0x2FF).compactMap(Unicode.Scalar.init)))
        var writer = JSONWriter()
        writer.string(text)
        var cursor = JSONCursor(writer.bytes, in: 0..<writer.bytes.count)
        #expect(try cursor.string() == Array(text.utf8))
    }
}
