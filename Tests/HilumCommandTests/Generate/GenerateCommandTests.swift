import Foundation
import HilumTestSupport
import Testing

@Suite("hilum generate")
struct GenerateCommandTests {
    static let rows = """
        id,findings
        effusion,small left pleural effusion; no pneumothorax
        heart,Mild cardiomegaly.
        blank,
        foreign,secret zorp wibble

        """

    /// Runs with rows in a file.
    static func generate(_ rows: String, _ options: [String], name: String = "rows.csv") throws -> (
        outcome: Outcome, path: String
    ) {
        let folder = try TemporaryFolder()
        let path = try folder.file(name, rows)
        return (try TinyModel.generate([path] + options), path)
    }

    struct Call: CustomTestStringConvertible {
        var testDescription: String { arguments.joined(separator: " ") }
        var arguments: [String]
        var says: String

        init(_ arguments: String..., says: String) {
            self.arguments = arguments
            self.says = says
        }
    }

    static let wrongCalls = [
        Call(says: "give --image FILE, --findings TEXT or INPUT"),
        Call("--image", "x.png", "--findings", "edema", says: "not --image and --findings"),
        Call("INPUT", "--findings", "edema", says: "not INPUT and --findings"),
        Call("INPUT", "--image", "x.png", says: "not INPUT and --image"),
        Call("INPUT", says: "--image-column COL, --findings-column COL or --label-columns SET"),
        Call("INPUT", "--findings-column", "findings", "--image-column", "id", says: "--image-column and --findings-column"),
        Call("INPUT", "--findings-column", "findings", "--labels", "nih", says: "--findings-column and --label-columns"),
        Call("INPUT", "--findings-column", "nowhere", says: "there is no column 'nowhere'; the columns are 'id', 'findings'"),
        Call("INPUT", "--image-column", "nowhere", says: "there is no column 'nowhere'"),
        Call("INPUT", "--labels", "chexpert", says: "no columns of the labels of chexpert: "),
        Call("INPUT", "--labels", "radlex", says: "chexpert"),
        Call("INPUT", "--id", "nowhere", "--findings-column", "findings", says: "'nowhere'"),
        Call("INPUT", "--findings-column", "findings", "--format", "text", says: "--format jsonl or csv"),
        Call("INPUT", "--findings-column", "findings", "--explain", says: "--format jsonl or csv"),
        Call("INPUT", "--findings-column", "findings", "--allow-any-image", says: "--allow-any-image goes with images"),
        Call("INPUT", "--findings-column", "findings", "--overlay", ".", says: "--overlay goes with images"),
        Call("--findings", "edema", "--findings-column", "findings", says: "--findings-column goes with rows"),
        Call("--findings", "edema", "--label-columns", "nih", says: "--label-columns goes with rows"),
        Call("--findings", "edema", "--id", "id", says: "--id goes with rows"),
        Call("--findings", "edema", "--input-format", "csv", says: "--input-format goes with rows"),
        Call("--image", "x.png", "--allow-duplicate-ids", says: "--allow-duplicate-ids goes with rows"),
        Call("--findings", "edema", "--heat-maps", "m.jsonl", says: "--heat-maps goes with images"),
        Call("--image", "x.png", "--heat-maps", "-", says: "--heat-maps and --output name the same file"),
        Call("--image", "x.png", "--heat-maps", "a", "-o", "./a", says: "--heat-maps and --output name the same file"),
        Call("--findings", "edema", "--explain", "--format", "csv", says: "--explain goes with --format text"),
        Call("--findings", "edema", "--format", "xml", says: "jsonl"),
        Call("--findings", "edema", "--beam", "0", says: "--beam has to be from 1"),
        Call("--findings", "edema", "--beam", "2", "--temperature", "1", says: "--beam or --temperature"),
        Call("--findings", "edema", "--top-p", "0.5", says: "--top-p goes with --temperature"),
        Call("--findings", "edema", "--seed", "1", says: "--seed goes with --temperature"),
        Call("--findings", "edema", "--temperature", "0", says: "--temperature has to be above 0"),
        Call("--findings", "edema", "--temperature", "nan", says: "--temperature has to be above 0"),
        Call("--findings", "edema", "--temperature", "1", "--top-p", "1.5", says: "--top-p has to be above 0"),
        Call("--findings", "edema", "--max-tokens", "0", says: "--max-tokens has to be from 1"),
        Call("--findings", "edema", "--threads", "0", says: "--threads"),
    ]

    @Test("refuses what cannot be meant, before it does anything", arguments: wrongCalls)
    func wrongCall(call: Call) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("rows.csv", Self.rows)
        let outcome = try TinyModel.generate(call.arguments.map { $0 == "INPUT" ? path : $0 })
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("hilum: error: "))
        #expect(outcome.errors.contains(call.says), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try folder.contents == ["rows.csv"])
    }

    @Test(
        "says what is wrong with a file, and where",
        arguments: [
            ("", 65, "is empty"), ("id,findings\na,edema\nshort\n", 65, ":3: 1 cell under 2 columns"),
            ("id,findings\na,edema\na,secret\n", 65, ":3: the id of this row is that of line 2 too"),
            ("id,findings\na,\"secret\n", 65, ":2: the quote that opens here"),
            ("{\"id\":\"a\",\"findings\":[\"secret\"]}\n", 65, ":1: the value of 'findings' is an array"),
            ("{\"id\":\"a\",\"findings\":\"edema\"}\n{\"id\":\"b\"}\n", 65, ":2: there is no key 'findings'"),
        ] as [(String, Int32, String)])
    func badFile(text: String, status: Int32, says: String) throws {
        let (outcome, path) = try Self.generate(text, ["--findings-column", "findings"], name: "rows")
        #expect(outcome.status == status)
        #expect(outcome.errors.contains("hilum: error: \(path)"), "\(outcome.errors)")
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"))
    }

    @Test("cannot read what is no file, or holds no UTF-8")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let options = ["--findings-column", "findings"]
        for path in ["/nowhere/rows.csv", folder.path] {
            let outcome = try TinyModel.generate([path] + options)
            #expect(outcome.status == 66)
            #expect(outcome.errors.contains(path))
        }
        let path = try folder.file("latin.csv", Array("id,findings\na,secret ".utf8) + [0xE9, 0x0A])
        let outcome = try TinyModel.generate([path] + options)
        #expect(outcome.status == 65)
        #expect(outcome.errors == "hilum: error: \(path):2: row 1: the byte at offset 21 is no UTF-8; save the file as UTF-8\n")
    }

    @Test("cannot read a file that it may not read", .enabled("the superuser may read everything") { geteuid() != 0 })
    func noPermission() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("r.csv", Self.rows)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let outcome = try TinyModel.generate([path, "--findings-column", "findings"])
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("Permission denied"))
    }

    @Test("writes a report of findings that says them, marked as generated")
    func findings() throws {
        let asked = "small left pleural effusion; no pneumothorax"
        let outcome = try TinyModel.generate(["--findings", "Small left effusion, without pneumothorax."])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let row = try HilumProcess.object(outcome.output)
        #expect(row["id"] as? String == "1" && row["generated"] as? Bool == true)
        #expect(row["findings"] as? String == asked)
        let model = try #require(row["model"] as? String)
        #expect(outcome.errors == "hilum: written by \(model); for research, not for clinical use\n")
        #expect(row["dropped"] is [Any] && row["added"] is [String] && row["leftovers"] as? [String] == [])
        for name in ["images", "probabilities", "radiograph", "boxes", "reason"] { #expect(row[name] == nil) }
        // What it says, and nothing else.
        let read = try HilumProcess.run(["extract", "-", "--format", "findings"], input: outcome.output)
        let said = try #require(try HilumProcess.object(read.output)["findings"] as? String)
        #expect(Set(said.components(separatedBy: "; ")) == Set(asked.components(separatedBy: "; ")))
    }

    @Test("gives the text alone, and with --explain what it was asked to say")
    func text() throws {
        let plain = try TinyModel.generate(["--findings", "edema", "--format", "text", "--quiet"])
        #expect(plain.status == 0 && plain.errors.isEmpty)
        #expect(plain.lines.count == 1)
        let explained = try TinyModel.generate(["--findings", "edema", "--explain"])
        #expect(explained.output.hasPrefix(plain.output + "\nasked for: "))
    }

    @Test(
        "has nothing to say of findings that are none",
        arguments: [("", "there is no finding"), ("zorp wibble", "not understood: ")])
    func nothing(findings: String, says: String) throws {
        let outcome = try TinyModel.generate(["--findings", findings])
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("hilum: error: \(says)"), "\(outcome.errors)")
    }

    @Test(
        "writes a row a row: where there is no report, null and the reason, and 65 when all are written",
        arguments: ["1", "2", "5"])
    func rows(threads: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("rows.csv", Self.rows)
        let outcome = try TinyModel.generate([
            path, "--findings-column", "findings", "--threads", threads, "-o", "\(folder.path)/out.jsonl",
        ])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("hilum: 2 reports written of findings by "))
        #expect(outcome.errors.hasSuffix("hilum: error: 2 of 4 rows have no report; the output says why\n"), "\(outcome.errors)")
        let rows = try folder.text(of: "out.jsonl").split(separator: "\n").map { try HilumProcess.object($0) }
        #expect(rows.map { $0["id"] as? String } == ["effusion", "heart", "blank", "foreign"])
        #expect(rows.map { $0["generated"] as? Bool } == [true, true, false, false])
        #expect(rows[0]["findings"] as? String == "small left pleural effusion; no pneumothorax")
        #expect(rows[2]["report"] is NSNull && rows[3]["report"] is NSNull)
        #expect(rows[2]["reason"] as? String == "there is no finding to write of")
        #expect((rows[3]["reason"] as? String)?.hasPrefix("not understood: ") == true)
    }

    @Test("writes the same on any number of threads, drawn words too", arguments: [[], ["--temperature", "0.7", "--seed", "3"]])
    func threads(options: [String]) throws {
        let rows = "id,findings\n" + (1...6).map { "r\($0),\($0 % 2 == 0 ? "no pneumothorax" : "cardiomegaly")\n" }.joined()
        let outputs = try ["1", "4"].map {
            try Self.generate(rows, ["--findings-column", "findings", "--threads", $0] + options).outcome.output
        }
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].split(separator: "\n").count == 6)
    }

    @Test("writes CSV with a cell a column")
    func csv() throws {
        let (outcome, _) = try Self.generate(Self.rows, ["--findings-column", "findings", "--format", "csv", "--quiet"])
        #expect(outcome.lines.first == "id,report,generated,model,findings,dropped,added,leftovers,radiograph,reason")
        #expect(outcome.lines.count == 5)
        #expect(outcome.lines[3] == "blank,,false,,,,,,,there is no finding to write of")
    }

    @Test("lets rows share an id, each with a report of its own, if it is told to")
    func sharedIDs() throws {
        let rows = "id,findings\ns,cardiomegaly\ns,no pneumothorax\n"
        let (outcome, _) = try Self.generate(rows, ["--findings-column", "findings", "--allow-duplicate-ids"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.lines.map { try HilumProcess.object($0)["id"] as? String } == ["s", "s"])
    }

    @Test("reads JSON lines and standard input")
    func jsonLines() throws {
        let input = "{\"id\":\"a\",\"f\":\"no pneumothorax\"}\n{\"id\":\"b\",\"f\":null}\n"
        let outcome = try TinyModel.generate(["-", "--findings-column", "f"], input: input)
        #expect(outcome.status == 65)
        #expect(try outcome.lines.map { try HilumProcess.object($0)["generated"] as? Bool } == [true, false])
    }

    static let chexpert = [
        "Enlarged Cardiomediastinum", "Cardiomegaly", "Lung Opacity", "Lung Lesion", "Edema", "Consolidation", "Pneumonia",
        "Atelectasis", "Pneumothorax", "Pleural Effusion", "Pleural Other", "Fracture", "Support Devices", "No Finding",
    ]

    /// A file of CheXpert's 14 columns, with values in some of them.
    static func chexpertRows(_ rows: [(id: String, values: [String: String])]) -> String {
        let lines = rows.map { row in ([row.id] + chexpert.map { row.values[$0] ?? "" }).joined(separator: ",") }
        return (["id," + chexpert.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }

    @Test("writes reports of CheXpert's columns: 1 is present, 0 absent, -1 uncertain, a blank is nothing")
    func labels() throws {
        let rows = Self.chexpertRows([
            ("a", ["Cardiomegaly": "1.0", "Pneumothorax": "0.0", "Pleural Effusion": "-1"]), ("blank", [:]),
        ])
        let (outcome, _) = try Self.generate(rows, ["--labels", "chexpert"])
        #expect(outcome.status == 65)
        let first = try HilumProcess.object(outcome.lines[0])
        let findings = Set((first["findings"] as? String ?? "").components(separatedBy: "; "))
        #expect(findings.contains("cardiomegaly") && findings.contains("no pneumothorax") && findings.count == 3, "\(findings)")
        // The labels of the report are those that it was written of.
        let read = try HilumProcess.run(["extract", "-", "--format", "chexpert"], input: String(outcome.lines[0]))
        let labels = try #require(try HilumProcess.object(read.output)["chexpert"] as? [String: Any])
        #expect(
            labels["Cardiomegaly"] as? Int == 1 && labels["Pneumothorax"] as? Int == 0 && labels["Pleural Effusion"] as? Int == -1
        )
        #expect(labels["Edema"] is NSNull)
        #expect(try HilumProcess.object(outcome.lines[1])["report"] is NSNull)
    }

    @Test("refuses what is no value of a label, with line and column", arguments: ["2", "secret", "0.5"])
    func badLabel(value: String) throws {
        let rows = Self.chexpertRows([("a", ["Edema": "1"]), ("b", ["Edema": value])])
        let (outcome, path) = try Self.generate(rows, ["--labels", "chexpert"])
        #expect(outcome.status == 65)
        #expect(outcome.errors == "hilum: error: \(path):3: column 'Edema': the value of a label is 1, 0, -1 or blank\n")
        #expect(outcome.lines.count == 1)
    }

    @Test("leaves no file where a row cannot be read")
    func noHalfFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("rows.csv", Self.rows + "ragged\n")
        let outcome = try TinyModel.generate([
            path, "--findings-column", "findings", "-o", "\(folder.path)/out.jsonl",
        ])
        #expect(outcome.status == 65)
        #expect(try folder.contents == ["rows.csv"])
    }
}
