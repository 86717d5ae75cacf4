import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("Rows of CSV, TSV and JSONL")
struct RowReaderTests {
    struct Sample: CustomTestStringConvertible {
        var testDescription: String
        var format: InputFormat
        var input: String
        var columns = ["id", "text"]
        /// id, line, text
        var rows: [(String, Int, String)]
    }

    static let samples = [
        Sample(
            testDescription: "plain cells", format: .csv, input: "id,text\na,Clear.\nb,Effusion.\n",
            rows: [("a", 2, "Clear."), ("b", 3, "Effusion.")]),
        Sample(
            testDescription: "the last line without its line end", format: .csv, input: "id,text\na,Clear.",
            rows: [("a", 2, "Clear.")]),
        Sample(
            testDescription: "CRLF", format: .csv, input: "id,text\r\na,Clear.\r\nb,\r\n",
            rows: [("a", 2, "Clear."), ("b", 3, "")]),
        Sample(
            testDescription: "CR alone", format: .csv, input: "id,text\ra,Clear.\rb,x", rows: [("a", 2, "Clear."), ("b", 3, "x")]),
        Sample(
            testDescription: "a byte order mark", format: .csv, input: "\u{FEFF}id,text\na,Clear.\n", rows: [("a", 2, "Clear.")]),
        Sample(
            testDescription: "quoted delimiters, line ends and quotes", format: .csv,
            input: "id,text\na,\"Heart, lungs:\nclear.\r\n\"\"Normal\"\".\"\nb,\"\"\n",
            rows: [("a", 2, "Heart, lungs:\nclear.\r\n\"Normal\"."), ("b", 5, "")]),
        Sample(
            testDescription: "a quote inside a plain cell", format: .csv, input: "id,text\na,5\" tube\n",
            rows: [("a", 2, "5\" tube")]),
        Sample(
            testDescription: "columns in another order, and more of them", format: .csv, input: "n,text,\"id\"\n1,Clear.,a\n",
            rows: [("a", 2, "Clear.")]),
        Sample(
            testDescription: "empty lines between rows", format: .csv, input: "\nid,text\n\na,x\n\n\nb,y\n\n",
            rows: [("a", 4, "x"), ("b", 7, "y")]),
        Sample(
            testDescription: "letters beyond ASCII", format: .csv, input: "id,text\nä,Größe 3 µm 🫁\n",
            rows: [("ä", 2, "Größe 3 µm 🫁")]),
        Sample(testDescription: "a header alone", format: .csv, input: "id,text\n", rows: []),
        Sample(
            testDescription: "tabs", format: .tsv, input: "id\ttext\na\tHeart, lungs\nb\t\"one\ttwo\"\n",
            rows: [("a", 2, "Heart, lungs"), ("b", 3, "one\ttwo")]),
        Sample(
            testDescription: "objects, blank lines skipped", format: .jsonl,
            input: "{\"id\": \"a\", \"text\": \"Clear.\"}\n\n  \n{\"text\": \"\", \"id\": \"b\"}",
            rows: [("a", 1, "Clear."), ("b", 4, "")]),
        Sample(
            testDescription: "null is blank, numbers keep their digits", format: .jsonl,
            input: "{\"id\": 1.50, \"text\": null}\r\n{\"id\": -2e3, \"text\": 7}\n", rows: [("1.50", 1, ""), ("-2e3", 2, "7")]),
        Sample(
            testDescription: "escapes", format: .jsonl, input: #"{"id":"a","text":"\"\\\/\b\f\n\r\t\u00e9\uD83E\uDEC1"}"#,
            rows: [("a", 1, "\"\\/\u{8}\u{C}\n\r\té🫁")]),
        Sample(
            testDescription: "other keys may hold anything", format: .jsonl,
            input: #"{"x":[1,{"y":[true,false,null,-0.5e+2]},"]}"],"id":"a","z":{},"w":[],"text":"t"}"#, rows: [("a", 1, "t")]),
        Sample(testDescription: "escapes in keys", format: .jsonl, input: #"{"\u0069d":"a","text":"t"}"#, rows: [("a", 1, "t")]),
    ]

    @Test("are read as they stand, wherever the chunks end", arguments: samples, [1, 2, 3, 7, 64, 1 << 20])
    func reads(sample: Sample, chunkSize: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("input", sample.input)
        let reader = try RowReader(source: ByteSource(path: path, chunkSize: chunkSize), format: sample.format)
        try reader.select(["text"], id: "id")
        var number = 0
        for (id, line, text) in sample.rows {
            number += 1
            let row = try #require(try reader.next())
            #expect(row == Row(id: Array(id.utf8), number: number, line: line, cells: [Array(text.utf8)]))
        }
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
    }

    @Test("have cells in the order asked for, the same one more than once")
    func order() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", "a,b,c\n1,2,3\n"))
        #expect(reader.columns == ["a", "b", "c"])
        try reader.select(["c", "a", "c"], id: "a")
        let row = try #require(try reader.next())
        #expect(row.id == Array("1".utf8))
        #expect(row.cells == ["3", "1", "3"].map { Array($0.utf8) })
    }

    @Test("are numbered where there are no ids")
    func numbered() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", "text\nx\nx\n"))
        try reader.select(["text"])
        #expect(try reader.next()?.id == Array("1".utf8))
        #expect(try reader.next()?.id == Array("2".utf8))
    }

    @Test("of a file of one column may be empty lines")
    func blankCells() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", "text\nx\n\n\"\"\ny\n"))
        try reader.select(["text"])
        var cells: [String] = []
        while let row = try reader.next() { cells.append(String(decoding: row.cells[0], as: UTF8.self)) }
        #expect(cells == ["x", "", "", "y"])
    }

    @Test("may repeat an id where that is allowed")
    func repeatedIDs() throws {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r.csv", "id,text\na,x\na,y\n"))
        try reader.select(["text"], id: "id", allowsRepeatedIDs: true)
        #expect(try reader.next()?.line == 2)
        #expect(try reader.next()?.line == 3)
    }

    @Test(
        "are read by extension, and without one by the first bytes",
        arguments: [
            ("r.csv", "id,text\n", InputFormat.csv), ("r.TSV", "id\ttext\n", .tsv), ("r.tab", "id\ttext\n", .tsv),
            ("r.ndjson", "{\"id\":1}\n", .jsonl), ("r.jsonl", "{\"id\":1}\n", .jsonl), ("reports", " \n{\"id\":1}\n", .jsonl),
            ("reports.txt", "id\ttext\n", .tsv), ("reports", "id,text\twith tab\n", .csv),
            ("folder.csv/reports", "{\"id\":1}\n", .jsonl),
        ])
    func format(name: String, input: String, format: InputFormat) throws {
        let folder = try TemporaryFolder()
        #expect(try RowReader(path: folder.file(name, input)).format == format)
    }

    @Test("of 20 MB in one field take time in proportion", .timeLimit(.minutes(10)), arguments: InputFormat.allCases)
    func longField(format: InputFormat) throws {
        let sentence = Array("No effusion. ".utf8)
        let repeats = 20_000_000 / sentence.count
        var input: [UInt8]
        switch format {
        case .csv: input = Array("id,text\na,\"".utf8)
        case .tsv: input = Array("id\ttext\na\t\"".utf8)
        case .jsonl: input = Array("{\"id\":\"a\",\"text\":\"".utf8)
        }
        for _ in 0..<repeats { input += sentence }
        input += Array((format == .jsonl ? "\"}" : "\"").utf8)
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("r", input), format: format)
        try reader.select(["text"], id: "id")
        let row = try #require(try reader.next())
        #expect(row.cells[0].count == repeats * sentence.count)
        #expect(try reader.next() == nil)
    }
}
