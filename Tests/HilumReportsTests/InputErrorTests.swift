import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("What is wrong with an input")
struct InputErrorTests {
    typealias Problem = InputError.Problem

    struct Sample: CustomTestStringConvertible {
        var testDescription: String
        var format: InputFormat
        var input: [UInt8]
        var problem: Problem

        init(_ description: String, _ format: InputFormat, _ input: String, _ problem: Problem) {
            self.init(description, format, Array(input.utf8), problem)
        }

        init(_ description: String, _ format: InputFormat, _ input: [UInt8], _ problem: Problem) {
            testDescription = description
            self.format = format
            self.input = input
            self.problem = problem
        }
    }

    static let samples = [
        Sample("an empty file", .csv, "", .empty),
        Sample("an empty file of JSON", .jsonl, "\n \n", .empty),
        Sample("nothing but empty lines", .csv, "\n\n", .empty),
        Sample("a mark and nothing else", .csv, [0xEF, 0xBB, 0xBF], .empty),
        Sample("a missing column", .csv, "id,report\na,x\n", .missingColumn("text", existing: ["id", "report"])),
        Sample(
            "a missing key in the first object", .jsonl, "{\"id\":1,\"report\":2}",
            .missingColumn("text", existing: ["id", "report"])),
        Sample("a column that stands twice", .csv, "id,text,text\n", .repeatedColumn("text")),
        Sample("too few cells", .csv, "id,text\na,x\nb\n", .raggedRow(line: 3, expected: 2, found: 1)),
        Sample("too many cells", .csv, "id,text\na,\"x\ny\"\nb,y,z\n", .raggedRow(line: 4, expected: 2, found: 3)),
        Sample("a quote that is never closed", .csv, "id,text\na,x\nb,\"y\nc,z\n", .unterminatedQuote(line: 3)),
        Sample("text after a closing quote", .csv, "id,text\na,\"x\"y\n", .textAfterQuote(line: 2)),
        Sample(
            "a byte of Latin-1", .csv, Array("id,text\na,x\nb,caf".utf8) + [0xE9] + Array(" y\n".utf8),
            .invalidUTF8(line: 3, row: 2, offset: 17)),
        Sample(
            "a sequence cut off by the end", .csv, Array("id,text\na,".utf8) + [0xF0, 0x9F, 0xAB],
            .invalidUTF8(line: 2, row: 1, offset: 10)),
        Sample(
            "an overlong slash", .jsonl, Array("{\"id\":1,\"text\":\"".utf8) + [0xC0, 0xAF] + Array("\"}".utf8),
            .invalidUTF8(line: 1, row: 1, offset: 16)),
        Sample(
            "a surrogate", .csv, Array("id,text\na,".utf8) + [0xED, 0xA0, 0x80] + Array("\n".utf8),
            .invalidUTF8(line: 2, row: 1, offset: 10)),
        Sample("a bad byte in the header", .csv, [0xFF] + Array("id,text\n".utf8), .invalidUTF8(line: 1, row: 0, offset: 0)),
        Sample(
            "a bad byte in a column that nobody asked for", .csv, Array("id,text,z\na,x,".utf8) + [0xFF] + Array("\n".utf8),
            .invalidUTF8(line: 2, row: 1, offset: 14)),
        Sample("UTF-16", .csv, Array("id,text\n".utf8.flatMap { [$0, 0] }), .nulByte(line: 1, row: 0, offset: 1)),
        Sample(
            "a NUL byte", .jsonl, "{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\"text\":\"\0\"}\n", .nulByte(line: 2, row: 2, offset: 36)
        ),
        Sample("a repeated id", .csv, "id,text\na,x\nb,y\na,z\n", .repeatedID(line: 4, firstLine: 2)),
        Sample(
            "a repeated id in JSON", .jsonl, "{\"id\":1,\"text\":\"\"}\n\n{\"id\":\"1\",\"text\":\"\"}\n",
            .repeatedID(line: 3, firstLine: 1)),
        Sample(
            "a JSON array", .jsonl, "[{\"id\":1}]\n",
            .malformedJSON(line: 1, byte: 1, reason: "an array; write one object a line, as jq -c '.[]' does")),
        Sample("a number for an object", .jsonl, "1\n", .malformedJSON(line: 1, byte: 1, reason: "an object is expected")),
        Sample(
            "a column that only reads the same", .csv, "id,text\u{E9}\n", .missingColumn("text", existing: ["id", "text\u{E9}"])),
        Sample(
            "a comma too many", .jsonl, "{\"id\":1,\"text\":\"\"}\n{\"id\":2,}\n",
            .malformedJSON(line: 2, byte: 9, reason: "a key in quotes is expected")),
        Sample(
            "a string that is not closed", .jsonl, "{\"id\":1,\"text\":\"x}\n",
            .malformedJSON(line: 1, byte: 16, reason: "the string that begins here is never closed")),
        Sample(
            "two objects on a line", .jsonl, "{\"id\":1,\"text\":\"\"} {}\n",
            .malformedJSON(line: 1, byte: 20, reason: "text after the value")),
        Sample(
            "a key that stands twice", .jsonl, "{\"id\":1,\"text\":\"a\",\"text\":\"b\"}\n",
            .malformedJSON(line: 1, byte: 27, reason: "a key stands twice in one object")),
        Sample("a list for a text", .jsonl, "{\"id\":1,\"text\":[\"a\"]}\n", .notText(line: 1, key: "text", found: "an array")),
        Sample("an object for a text", .jsonl, "{\"id\":1,\"text\":{}}\n", .notText(line: 1, key: "text", found: "an object")),
        Sample(
            "a truth value for a text", .jsonl, "{\"id\":1,\"text\":true}\n",
            .notText(line: 1, key: "text", found: "true or false")),
        Sample(
            "a key that a later object lacks", .jsonl, "{\"id\":1,\"text\":\"\"}\n{\"id\":2,\"txt\":\"\"}\n",
            .missingKey(line: 2, key: "text", existing: ["id", "txt"])),
    ]

    @Test("is said with its place, wherever the chunks end", arguments: samples, [1, 3, 1 << 20])
    func problem(sample: Sample, chunkSize: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("input", sample.input)
        let error = try #require(throws: InputError.self) {
            let reader = try RowReader(source: ByteSource(path: path, chunkSize: chunkSize), format: sample.format)
            try reader.select(["text"], id: "id")
            while try reader.next() != nil {}
        }
        #expect(error == InputError(file: path, problem: sample.problem))
    }

    @Test("leaves the rows before it readable")
    func rowsBefore() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", Array("id,text\na,x\nb,".utf8) + [0xFF]))
        try reader.select(["text"], id: "id")
        #expect(try reader.next()?.number == 1)
        #expect(throws: InputError.self) { try reader.next() }
    }

    @Test("can be that it is not there, or a folder")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        #expect(throws: InputError(file: folder.path, problem: .directory)) { try RowReader(path: folder.path) }
        let missing = folder.path + "/none.csv"
        #expect(throws: InputError(file: missing, problem: .unreadable(reason: "No such file or directory"))) {
            try RowReader(path: missing)
        }
    }

    @Test("never quotes a cell", arguments: samples.filter { $0.problem != .empty })
    func quotesNothing(sample: Sample) {
        let message = InputError(file: "reports.csv", problem: sample.problem).description
        #expect(message.hasPrefix("reports.csv:"))
        #expect(!message.contains("caf"))
    }

    @Test("quotes few names, short and without control characters")
    func boundedNames() {
        let names = (1...30).map { "column\($0)" } + ["x"]
        let many = InputError(file: "r.csv", problem: .missingColumn("text", existing: names)).description
        #expect(many.hasSuffix("'column19', 'column20' and 11 more"))
        let long = InputError(
            file: "r.csv", problem: .missingColumn("text", existing: ["\u{1B}[2J", String(repeating: "y", count: 50)]))
        #expect(long.description.hasSuffix("the columns are '\\u{1B}[2J', '\(String(repeating: "y", count: 40))…'"))
    }

    @Test(
        "does not quote what looks like a report instead of names",
        arguments: ["No effusion.", "the heart is not enlarged", "Clear. No effusion"])
    func proseIsNotQuoted(text: String) {
        let header = InputError(file: "r.csv", problem: .missingColumn("text", existing: ["id", text])).description
        #expect(header == "r.csv: there is no column 'text'; the first line looks like a report, not a header")
        let keys = InputError(file: "r.jsonl", problem: .missingKey(line: 2, key: "text", existing: [text])).description
        #expect(keys == "r.jsonl:2: there is no key 'text'; its keys look like text")
    }

    @Test("is found in an array of a file without an extension")
    func sniffedArray() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: InputError.self) { try RowReader(path: folder.file("r", "[{\"id\":1}]")) }
        #expect(error?.description.contains("jq -c '.[]'") == true)
    }

    @Test("can be that the texts of a row are too long together")
    func longRow() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", "a,b\n12345,1234\n12345,12345\n"))
        try reader.select(["a", "b"])
        reader.longestRow = 10
        #expect(try reader.next() != nil)
        #expect(throws: InputError(file: folder.path + "/r.csv", problem: .rowTooLong(line: 3))) { try reader.next() }
    }

    @Test("is told in words that name line and remedy")
    func messages() {
        func text(_ problem: Problem) -> String { InputError(file: "r.csv", problem: problem).description }
        #expect(
            text(.missingColumn("txt", existing: ["id", "text"]))
                == "r.csv: there is no column 'txt'; the columns are 'id', 'text'")
        #expect(text(.raggedRow(line: 3, expected: 2, found: 1)).hasPrefix("r.csv:3: 1 cell under 2 columns"))
        #expect(text(.nulByte(line: 1, row: 0, offset: 1)).contains("UTF-16"))
        #expect(text(.repeatedID(line: 9, firstLine: 2)).contains("line 2"))
    }
}
