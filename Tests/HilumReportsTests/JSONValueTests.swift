import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("A JSON value")
struct JSONValueTests {
    private static func parse(_ text: String) throws(JSONError) -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test("is read whole, its keys in their order, its numbers as they stand there")
    func reads() throws {
        let value = try Self.parse(#" {"b": [1.50, "a\n", null], "a": {"c": true}} "#)
        #expect(
            value
                == .object([
                    .init(key: "b", value: .array([.number(digits: Array("1.50".utf8)), .string(Array("a\n".utf8)), .null])),
                    .init(key: "a", value: .object([.init(key: "c", value: .bool(true))])),
                ]))
        #expect(value["b"]?.elements?.first?.double == 1.5)
        #expect(value["b"]?.elements?.first?.text == Array("1.50".utf8))
        #expect(value["a"]?["c"] == .bool(true))
        #expect(value["d"] == nil)
    }

    @Test(
        "that is malformed is refused with the offset at fault",
        arguments: [("", 0), ("[1,]", 3), ("{\"a\":1,\"a\":2}", 11), ("1 2", 2), (String(repeating: "[", count: 300), 257)])
    func refuses(text: String, offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try Self.parse(text) }
        #expect(error.offset == offset, "\(error)")
    }

    @Test("has no number where it is too large to hold")
    func tooLarge() throws {
        #expect(try Self.parse("1e999").double == nil)
    }

    @Test("comes out of a row as JSON text where it was asked for so")
    func structuredColumn() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("rows.jsonl", #"{"a": [1, {"b": "]"}], "c": "x"}"# + "\n" + #"{"a": "[1]", "c": "y"}"# + "\n")
        let reader = try RowReader(path: path)
        try reader.select(["a", "c"], structured: ["a"])
        var cells: [String] = []
        while let row = try reader.next() { cells += row.cells.map { String(decoding: $0, as: UTF8.self) } }
        #expect(cells == [#"[1, {"b": "]"}]"#, "x", "[1]", "y"])
    }

    @Test("in a column of text is refused")
    func unstructuredColumn() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: try folder.file("rows.jsonl", #"{"a": [1], "c": [2]}"#))
        try reader.select(["a", "c"], structured: ["a"])
        #expect(throws: InputError.self) { try reader.next() }
    }
}
