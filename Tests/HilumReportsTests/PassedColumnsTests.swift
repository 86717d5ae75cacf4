import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("Columns that are passed on")
struct PassedColumnsTests {
    private func passed(_ input: String, as name: String, _ columns: [String], _ passing: PassedColumns) throws -> [String] {
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: try folder.file(name, input))
        try reader.select(columns, id: "id", passing: passing)
        var passed: [String] = []
        while let row = try reader.next() {
            #expect(row.cells.count == columns.count)
            passed.append(String(decoding: row.passed, as: UTF8.self))
        }
        return passed
    }

    static let json =
        #"{"id": 1, "text": "a\n\"b\"", "boxes": [[0, 1.50]], "ok": true}"# + "\n" + #"{"text": null, "id": "2", "more": {}}"#

    @Test("are in JSONL what they are, with the keys that only a later row has")
    func jsonAll() throws {
        #expect(
            try passed(Self.json, as: "a.jsonl", ["text"], .all(except: ["ok"])) == [
                #""id":1,"text":"a\n\"b\"","boxes":[[0, 1.50]]"#, #""text":null,"id":"2","more":{}"#,
            ])
    }

    @Test("may be named, whether they are read or not")
    func jsonNamed() throws {
        #expect(
            try passed(Self.json, as: "a.jsonl", ["text"], .named(["ok", "text"])) == [
                #""text":"a\n\"b\"","ok":true"#, #""text":null"#,
            ])
        #expect(try passed(Self.json, as: "a.jsonl", ["text"], .none) == ["", ""])
    }

    @Test("are strings in CSV, in the order of the header")
    func csv() throws {
        let input = "b,id,text,a\n1,x,\"say \"\"no\"\",\nso\",\n"
        #expect(try passed(input, as: "a.csv", ["text", "id"], .named(["a", "b"])) == [#""b":"1","a":"""#])
        #expect(
            try passed(input, as: "a.csv", ["text"], .all(except: []))
                == [#""b":"1","id":"x","text":"say \"no\",\nso","a":"""#])
    }

    @Test("have to be there, and only once")
    func refuses() throws {
        let missing = try #require(throws: InputError.self) { try passed("id,text\n", as: "a.csv", [], .named(["nowhere"])) }
        #expect(missing.problem == .missingColumn("nowhere", existing: ["id", "text"]))
        let missingKey = try #require(throws: InputError.self) {
            try passed(#"{"id":1}"#, as: "a.jsonl", [], .named(["nowhere"]))
        }
        #expect(missingKey.problem == .missingColumn("nowhere", existing: ["id"]))
        let twice = try #require(throws: InputError.self) { try passed("id,text,text\n", as: "a.csv", [], .all(except: [])) }
        #expect(twice.problem == .repeatedColumn("text"))
        let twiceInLine = try #require(throws: InputError.self) {
            try passed(#"{"id":1,"a":1,"a":2}"#, as: "a.jsonl", [], .all(except: []))
        }
        #expect(twiceInLine.line == 1)
    }
}
