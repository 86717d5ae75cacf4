import HilumReports
import Testing

@Suite("Cells that hold lists and numbers")
struct ListCellTests {
    private static func cell(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("give their elements")
    func elements() throws {
        let texts = try ListCell.texts(Self.cell(#"["Clear.", "", "a\"b", 7]"#), column: "c")
        #expect(texts.map { String(decoding: $0, as: UTF8.self) } == ["Clear.", "", "a\"b", "7"])
        #expect(try ListCell.numbers(Self.cell("[0.5, -1, 1e2]"), column: "c") == [0.5, -1, 100])
        #expect(try ListCell.number(Self.cell("-0.25"), column: "c") == -0.25)
    }

    @Test(
        "say what is wrong without quoting it",
        arguments: [
            ("", "a JSON list is expected"), ("secret words", "a JSON list is expected"), ("\"secret\"", "not a string"),
            ("[\"secret\"", "byte 10"), ("[]", "the list is empty"), ("[\"a\", null]", "element 2 of the list is null"),
            ("[[\"secret\"]]", "element 1 of the list is an array"),
        ])
    func refusesTexts(text: String, says: String) throws {
        let error = try #require(throws: CellError.self) { try ListCell.texts(Self.cell(text), column: "c") }
        #expect(error.column == "c" && error.reason.contains(says), "\(error.reason)")
        #expect(!error.reason.contains("secret"))
    }

    @Test("take no number that is none", arguments: ["", "high", "nan", "inf", "1,5"])
    func refusesNumbers(text: String) throws {
        #expect(throws: CellError.self) { try ListCell.number(Self.cell(text), column: "c") }
        #expect(throws: CellError.self) { try ListCell.numbers(Self.cell("[1, \"\(text)\"]"), column: "c") }
    }
}
