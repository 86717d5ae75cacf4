import Foundation
import HilumTestSupport
import Testing

@Suite("Exit codes")
struct ExitStatusTests {
    struct Call: CustomTestStringConvertible {
        var testDescription: String
        var arguments: [String]
        var input: [UInt8]
        var status: Int32
        /// What the message has to say.
        var says: [String]

        init(_ description: String, _ arguments: [String], input: String = "", _ status: Int32, _ says: String...) {
            testDescription = description
            self.arguments = arguments
            self.input = Array(input.utf8)
            self.status = status
            self.says = says
        }
    }

    static let extract = ["extract", "INPUT"]
    static let calls = [
        Call("no arguments", ["extract"], 64, "Missing expected argument", "Usage:"),
        Call("an unknown option", extract + ["--colour"], 64, "--colour"),
        Call("an unknown subcommand", ["translate"], 64),
        Call("an unknown format", extract + ["--format", "xml"], 64, "jsonl"),
        Call("no threads", extract + ["--threads", "0"], 64, "--threads"),
        Call("two ways to name the text", extract + ["--text", "a", "--section-columns", "findings=b"], 64, "--section-columns"),
        Call("an unknown section", extract + ["--section-columns", "lungs=b"], 64, "findings=COL"),
        Call(
            "an unknown column", extract + ["--text", "nowhere"], input: "id,text,more\na,b,c\n", 64, "'nowhere'",
            "'id', 'text', 'more'"),
        Call(
            "an unknown column of ids", extract + ["--id", "nowhere"], input: "id,text\na,b\n", 64, "'nowhere'", "'id', 'text'"),
        Call(
            "an unknown key", extract + ["--text", "nowhere"], input: "{\"id\":1,\"text\":\"\"}\n", 64, "'nowhere'",
            "'id', 'text'"),
        Call("no column of text", extract, input: "id,findings\na,b\n", 64, "--text", "'id', 'findings'"),
        Call("an empty file", extract, input: "", 65, "empty"),
        Call("a ragged row", extract, input: "id,text\na,b\nc\n", 65, ":3:", "1 cell under 2 columns"),
        Call("an open quote", extract, input: "id,text\na,\"secret\n", 65, ":2:", "never closed"),
        Call("malformed JSON", extract, input: "{\"id\":1,\"text\":\"\"}\n{\"id\":2 \"secret\"}\n", 65, ":2:", "byte 9"),
        Call("a list for a text", extract, input: "{\"id\":1,\"text\":[\"secret\"]}\n", 65, ":1:", "an array"),
        Call(
            "a missing key", extract, input: "{\"id\":1,\"text\":\"\"}\n{\"id\":2,\"txt\":\"secret\"}\n", 65, ":2:", "'id', 'txt'"
        ),
        Call("a repeated id", extract, input: "id,text\na,secret\nb,\na,\n", 65, ":4:", "line 2"),
        Call("a NUL byte", extract, input: "id,text\na,secret\0\n", 65, "row 1", "UTF-16"),
        Call("a JSON array", extract, input: "[{\"id\":1,\"text\":\"secret\"}]", 65, ":1:", "jq -c '.[]'"),
        Call("reports without a header", extract, input: "The secret heart is normal.\n", 64, "--text", "looks like a report"),
        Call("no such file", ["extract", "/nowhere/r.csv"], 66, "/nowhere/r.csv", "No such file"),
        Call("a folder", ["extract", "/"], 66, "folder"),
        Call("no such ontology", extract + ["--ontology", "/nowhere/o.sqlite"], input: "id,text\n", 66, "/nowhere/o.sqlite"),
        Call("an ontology that is none", extract + ["--ontology", "INPUT"], input: "id,text\n", 65),
        Call(
            "an output without a folder", extract + ["-o", "/nowhere/out.jsonl"], input: "id,text\n", 74, "folder does not exist"),
        Call("an output that is a folder", extract + ["-o", "/"], input: "id,text\n", 74, "folder"),
        Call("an output that is the input", extract + ["-o", "INPUT"], input: "id,text\n", 74, "it is the input"),
    ]

    @Test("say what went wrong, and so does one message on standard error", arguments: calls)
    func status(call: Call) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("reports", call.input)
        var arguments = call.arguments.map { $0 == "INPUT" ? path : $0 }
        if arguments.first == "extract", !arguments.contains("--ontology") {
            arguments += ["--ontology", try HilumProcess.ontology.get()]
        }
        let outcome = try HilumProcess.run(arguments)
        #expect(outcome.status == call.status, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("hilum: error: "))
        for words in call.says { #expect(outcome.errors.contains(words)) }
        #expect(!outcome.errors.contains("secret"))
        #expect(try folder.contents == ["reports"])
    }

    @Test("are 66 without permission to read", .enabled("the superuser may read everything") { geteuid() != 0 })
    func noPermission() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("r.csv", "id,text\n")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let outcome = try HilumProcess.runWithOntology(["extract", path])
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("Permission denied"))
    }

    @Test("are 65 for what is no UTF-8, with row and offset")
    func invalidUTF8() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("r.csv", Array("id,text\na,secret ".utf8) + [0xE9, 0x0A])
        let outcome = try HilumProcess.runWithOntology(["extract", path])
        #expect(outcome.status == 65)
        #expect(outcome.errors == "hilum: error: \(path):2: row 1: the byte at offset 17 is no UTF-8; save the file as UTF-8\n")
    }

    @Test(
        "are 0 for help and version, which stand on standard output",
        arguments: [
            (["--help"], "SUBCOMMANDS"), (["extract", "--help"], "--section-columns"), (["--version"], "hilum 0."),
            (["extract", "--version"], "hilum 0."),
        ])
    func help(arguments: [String], says: String) throws {
        let outcome = try HilumProcess.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(says))
        #expect(outcome.errors.isEmpty)
    }

    @Test("are not 0 for the version with an ontology that cannot be used")
    func versionWithoutOntology() throws {
        #expect(try HilumProcess.run(["--version", "--ontology", "/nowhere/o.sqlite"]).status == 66)
        let outcome = try HilumProcess.run(["--version", "--ontology=\(HilumProcess.tables)/language/units.tsv"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("units.tsv: not a compiled ontology"))
        #expect(outcome.output.isEmpty)
    }

    @Test("come with a version that names the ontology")
    func version() throws {
        let outcome = try HilumProcess.runWithOntology(["--version"])
        #expect(outcome.output.wholeMatch(of: /hilum \d+\.\d+\.\d+, ontology [0-9a-f]{16}\n/) != nil, "\(outcome.output)")
        #expect(try HilumProcess.run(["--version"]).output == outcome.output, "the built-in ontology is that of the tables")
    }
}
