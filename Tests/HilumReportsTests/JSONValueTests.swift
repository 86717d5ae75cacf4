import Testing

@testable import HilumReports

@Suite("JSON values")
struct JSONValueTests {
    @Test(
        "are read",
        arguments: [
            ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)), ("-0", .number("-0")),
            ("1.5e+3", .number("1.5e+3")),
            (#""a\u00e9\ud83e\udec1""#, .string("aé🫁")), ("[]", .array([])),
            ("[1, [2]]", .array([.number("1"), .array([.number("2")])])),
            ("{}", .object([])),
            (#"{"b":1,"a":{}}"#, .object([.init(key: "b", value: .number("1")), .init(key: "a", value: .object([]))])),
        ])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test(
        "are refused with the offset at fault",
        arguments: [
            ("", 0), ("nul", 0), ("[1,]", 3), ("{\"a\":1,}", 7), ("{a:1}", 1), ("{\"a\" 1}", 5), ("01", 0), ("-", 1), ("1.", 2),
            ("1e", 2),
            (".5", 0), ("+1", 0), ("\"a", 0), ("\"\u{1}\"", 1), (#""\x""#, 1), (#""\u12g4""#, 5), (#""\ud83e""#, 1),
            (#""\udec1\ud83e""#, 1),
            (#""\ud83e\u0041""#, 1), ("[1 2]", 3), ("{} {}", 3), ("'a'", 0), (#"{"a":1,"a":2}"#, 11), ("NaN", 0), ("[", 1),
            ("//x\n1", 0),
        ])
    func refuses(text: String, offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error.offset == offset, "\(error)")
    }

    @Test("may stand 256 levels deep and no deeper")
    func depth() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try JSONValue(parsing: nested(257)) != .null)
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(258)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(1_000_000)) }
    }

    @Test("that are no UTF-8 are refused")
    func invalidUTF8() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")]) }
    }

    @Test("give what they hold, and nothing that they do not")
    func access() throws {
        let value = try JSONValue(parsing: #"{"n":3,"d":2.5,"s":"x","b":true,"a":[1]}"#)
        #expect(value["n"]?.integer == 3)
        #expect(value["d"]?.double == 2.5)
        #expect(value["d"]?.integer == nil)
        #expect(value["s"]?.string == "x")
        #expect(value["b"]?.bool == true)
        #expect(value["a"]?.array?.count == 1)
        #expect(value.members?.count == 5)
        #expect(value["none"] == nil)
        #expect(value["s"]?.double == nil)
    }

    @Test("come back from what the writer writes")
    func roundTrip() throws {
        let text = String(String.UnicodeScalarView((1...0x2FF).compactMap(Unicode.Scalar.init)))
        var writer = JSONWriter()
        writer.string(text)
        #expect(try JSONValue(parsing: writer.bytes) == .string(text))
    }
}
