import Foundation
import HilumTestSupport
import Testing

@Suite("hilum score --generate-references")
struct GeneratedReferencesTests {
    /// Findings to write references of, with none, one or all references given.
    static let none = """
        id,findings,reference,candidate
        a,small left pleural effusion; no pneumothorax,,Small left pleural effusion. No pneumothorax.
        b,cardiomegaly,\u{A0} ,The lungs are clear.
        c,no pneumothorax,,No pneumothorax.

        """
    static let some = none.replacingOccurrences(of: "cardiomegaly,\u{A0} ,", with: "cardiomegaly,The heart is large.,")
    static let all = """
        id,findings,reference,candidate
        a,edema,No edema.,Edema.
        b,,Clear lungs.,Clear lungs.

        """
    static let options =
        ["--candidate", "candidate", "--generate-references", "--findings-column", "findings"] + TinyModel.option
    static let withReference = options + ["--reference", "reference"]

    private func score(_ input: String, _ options: [String]) throws -> Outcome {
        try HilumProcess.run(["score", "-"] + options, input: input)
    }

    private func rows(_ outcome: Outcome) throws -> [[String: Any]] { try outcome.lines.map { try HilumProcess.object($0) } }

    @Test("marks a row, names the model in the signature, and says so")
    func marks() throws {
        let outcome = try score(Self.none, Self.withReference)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("hilum: 3 references generated of findings by "))
        #expect(outcome.errors.contains(", 0 given; a score against a generated reference is agreement with that model"))
        let rows = try rows(outcome)
        #expect(rows.map { $0["reference_generated"] as? Bool } == [true, true, true])
        for row in rows {
            #expect((row["signature"] as? String)?.contains("|sd:sample|references:generated-of-findings|generator:") == true)
            #expect(row["generated_reference"] as? String != "")
        }
        // The reference says what the candidate says: the left effusion, and no pneumothorax.
        #expect((rows[0]["factuality"] as? [String: Any])?["total"] as? Int == 0)
        #expect(((rows[1]["factuality"] as? [String: Any])?["total"] as? Int ?? 0) > 0)
    }

    @Test("scores a generated reference as it would score it given")
    func sameScores() throws {
        let generated = try rows(try score(Self.none, Self.withReference + ["--quiet"]))
        let pairs = try generated.map { row in
            let text = try #require(row["generated_reference"] as? String)
            let candidate = [
                "a": "Small left pleural effusion. No pneumothorax.", "b": "The lungs are clear.", "c": "No pneumothorax.",
            ]
            return try JSONSerialization.data(
                withJSONObject: ["id": row["id"], "reference": text, "candidate": candidate[row["id"] as? String ?? ""]])
        }
        let input = pairs.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
        let given = try rows(try score(input, ["--reference", "reference", "--candidate", "candidate"]))
        for (one, other) in zip(generated, given) {
            #expect(
                NSDictionary(dictionary: one["kg"] as? [String: Any] ?? [:])
                    == NSDictionary(dictionary: other["kg"] as? [String: Any] ?? [:]))
            #expect(one["bleu_4"] as? Double == other["bleu_4"] as? Double)
        }
        #expect(given.count == 3)
    }

    @Test("needs no column of references; one that is named has to be there")
    func noColumn() throws {
        let without = Self.none.replacingOccurrences(of: "reference", with: "other")
        let unnamed = try score(without, Self.options + ["--metrics", "kg"])
        #expect(unnamed.status == 0, "\(unnamed.errors)")
        #expect(try rows(unnamed).map { $0["reference_generated"] as? Bool } == [true, true, true])
        let named = try score(without, Self.withReference + ["--metrics", "kg"])
        #expect(named.status == 64 && named.output.isEmpty)
        #expect(named.errors.contains("there is no column 'reference'"), "\(named.errors)")
    }

    @Test("generates nothing where all are given: the scores are those without it")
    func allGiven() throws {
        let plain = try score(Self.all, ["--reference", "reference", "--candidate", "candidate", "--metrics", "kg"])
        let outcome = try score(Self.all, Self.withReference + ["--metrics", "kg"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "hilum: no reference is generated, as all are given\n")
        #expect(outcome.output.replacingOccurrences(of: ",\"reference_generated\":false", with: "") == plain.output)
    }

    @Test(
        "refuses to mix silently, from a file before any row and from a pipe at the row that differs", arguments: [true, false])
    func mixed(isFile: Bool) throws {
        let folder = try TemporaryFolder()
        let path = isFile ? try folder.file("pairs.csv", Self.some) : "-"
        let outcome = try HilumProcess.run(["score", path] + Self.withReference, input: isFile ? nil : Self.some)
        #expect(outcome.status == 65)
        let name = isFile ? path : "standard input"
        #expect(
            outcome.errors.hasPrefix("hilum: error: \(name): 1 of 3 rows has a reference and 2 have none: "), "\(outcome.errors)")
        #expect(outcome.errors.contains("--mix-references"))
        #expect(outcome.lines.count == (isFile ? 0 : 1))
    }

    @Test("gives the means apart where it may mix")
    func mixedMeans() throws {
        let folder = try TemporaryFolder()
        let outcome = try score(Self.some, Self.withReference + ["--mix-references", "--summary", "\(folder.path)/s.json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("hilum: 2 references generated of findings by "))
        #expect(outcome.errors.contains(", 1 given; "))
        let rows = try rows(outcome)
        #expect(rows.map { $0["reference_generated"] as? Bool } == [true, false, true])
        #expect(rows[1]["generated_reference"] == nil)
        #expect(rows.allSatisfy { ($0["signature"] as? String)?.contains("|references:mixed-of-findings|generator:") == true })
        let summary = try HilumProcess.object(try folder.text(of: "s.json"))
        let references = try #require(summary["references"] as? [String: Any])
        #expect(references["generator"] is String)
        let rewards = rows.compactMap { ($0["kg"] as? [String: Any])?["reward"] as? Double }
        for (name, expected) in [("given", [rewards[1]]), ("generated", [rewards[0], rewards[2]])] {
            let part = try #require(references[name] as? [String: Any])
            #expect(part["n"] as? Int == expected.count)
            let mean = try #require(((part["metrics"] as? [String: Any])?["kg_reward"] as? [String: Any])?["mean"] as? Double)
            #expect(abs(mean - expected.reduce(0, +) / Double(expected.count)) < 1e-6)
        }
    }

    @Test("marks the rows of a table, and says below what the mark means")
    func table() throws {
        let outcome = try score(Self.some, Self.withReference + ["--mix-references", "--metrics", "kg", "--format", "table"])
        #expect(
            outcome.lines.map { $0.prefix(24).trimmingCharacters(in: .whitespaces) }.prefix(5) == [
                "id", "a *", "b", "c *", "mean of 3",
            ])
        #expect(outcome.lines[5].hasPrefix("mean of 1 given "))
        #expect(outcome.lines[6].hasPrefix("mean of 2 generated * "))
        #expect(outcome.lines[7].hasPrefix("* the reference is generated by "))
        let pure = try score(Self.none, Self.withReference + ["--metrics", "kg", "--format", "table"])
        #expect(pure.lines[4].hasPrefix("mean of 3 ") && pure.lines[5].hasPrefix("* the reference is generated by "))
    }

    @Test("marks the rows of CSV in columns behind the signature")
    func csv() throws {
        let outcome = try score(Self.some, Self.withReference + ["--mix-references", "--metrics", "kg", "--format", "csv"])
        #expect(outcome.lines[0].hasSuffix(",signature,reference_generated,generated_reference"))
        #expect(outcome.lines[1].contains(",true,") && outcome.lines[2].hasSuffix(",false,"))
    }

    @Test("marks the page: a line above, the row and the text of each that is generated")
    func page() throws {
        let options = Self.withReference + ["--mix-references", "--html", "-", "-o", "/dev/null"]
        let page = try score(Self.some, options).output
        #expect(page.contains("2 of 3 references are generated by the model that the signature names"))
        #expect(page.contains("\"generated\":[0,2],\"rows\":"))
        let given = try score(Self.all, options).output
        #expect(
            given.contains("\"rows\":") && !given.contains("\"generated\":[") && !given.contains("are generated by the model"))
    }

    @Test("is the same on any number of threads")
    func threads() throws {
        let rows = (1...8).map { "r\($0),\($0 % 2 == 0 ? "no pneumothorax" : "cardiomegaly"),,Clear lungs.\n" }
        let input = "id,findings,reference,candidate\n" + rows.joined()
        let outcomes = try ["1", "3"].map { try score(input, Self.withReference + ["--threads", $0]) }
        #expect(outcomes[0].output == outcomes[1].output && outcomes[0].errors == outcomes[1].errors)
        #expect(outcomes[0].lines.count == 8)
    }

    @Test("takes a key that comes and goes in JSON lines as a blank reference where it is not there")
    func keys() throws {
        let lines = ["\"reference\":null,", "", "\"reference\":\"\",", "\"reference\":\"No edema.\","].enumerated().map {
            "{\"id\":\($0.offset),\($0.element)\"candidate\":\"Edema.\",\"findings\":\"edema\"}\n"
        }
        let three = try score(lines[...2].joined(), Self.withReference + ["--metrics", "kg"])
        #expect(try rows(three).map { $0["reference_generated"] as? Bool } == [true, true, true], "\(three.errors)")
        // A reference that only a later line has is found, too.
        let late = try score([lines[1], lines[3]].joined(), Self.withReference + ["--metrics", "kg"])
        #expect(late.status == 65)
        #expect(late.errors.contains("1 of 2 rows has a reference and 1 has none"), "\(late.errors)")
        let list = "{\"id\":1,\"reference\":[],\"candidate\":\"\",\"findings\":\"edema\"}\n"
        let wrong = try score(list, Self.withReference)
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("standard input:1: the value of 'reference' is an array"), "\(wrong.errors)")
    }

    @Test("cannot score a row of which no reference can be written: an error with its line, not a zero")
    func nothingToWriteOf() throws {
        let outcome = try score(Self.none.replacingOccurrences(of: "cardiomegaly", with: "secret"), Self.withReference)
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.contains(
                "hilum: error: standard input:3: column 'findings': no reference can be written: not all of the findings is understood"
            ),
            "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"))
        #expect(outcome.lines.count == 1)
    }

    @Test(
        "refuses what cannot be meant",
        arguments: [
            (["--candidate", "candidate", "--generate-references"], "--generate-references needs a source"),
            (["--generate-references", "--findings-column", "findings"], "--task report needs --candidate COL"),
            (withReference + ["--image-column", "findings"], "--image-column and --findings-column"),
            (withReference + ["--allow-any-image"], "--allow-any-image goes with --image-column"),
            (
                ["--candidate", "candidate", "--reference", "reference", "--findings-column", "findings"],
                "goes with --generate-references"
            ),
            (
                ["--candidate", "candidate", "--reference", "reference", "--label-columns", "nih"],
                "goes with --generate-references"
            ),
            (
                ["--candidate", "candidate", "--reference", "reference", "--model", "x"],
                "--model goes with --generate-references"
            ),
            (["--candidate", "candidate", "--reference", "reference", "--mix-references"], "goes with --generate-references"),
            (withReference + ["--task", "vqa"], "--generate-references goes with --task report"),
            (
                ["--candidate", "candidate", "--generate-references", "--findings-column", "nowhere"],
                "there is no column 'nowhere'"
            ),
            (
                ["--candidate", "nowhere", "--generate-references", "--findings-column", "findings"],
                "there is no column 'nowhere'"
            ),
        ])
    func wrongCall(options: [String], says: String) throws {
        let outcome = try score(Self.none, options)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    // MARK: hilum compare

    private func compare(_ one: [String], _ other: [String], options: [String] = []) throws -> Outcome {
        let folder = try TemporaryFolder()
        let files = try [one, other].enumerated().map { index, lines in try folder.file("s\(index).jsonl", lines.joined()) }
        return try HilumProcess.run(["compare"] + files + ["--format", "json"] + options)
    }

    private static func line(_ id: String, isGenerated: Bool?, signature: String = "mixed", reward: Double = 0.5) -> String {
        let mark = isGenerated.map { ",\"reference_generated\":\($0)" } ?? ""
        return "{\"id\":\"\(id)\",\"kg\":{\"reward\":\(reward)},\"signature\":\"x|references:\(signature)\"\(mark)}\n"
    }

    @Test("lets no report be compared that has a generated reference in one file and a given one in another")
    func compareMixed() throws {
        let one = [Self.line("a", isGenerated: true), Self.line("b", isGenerated: false)]
        let other = [Self.line("b", isGenerated: true), Self.line("a", isGenerated: true)]
        let refused = try compare(one, other)
        #expect(refused.status == 65)
        #expect(
            refused.errors.contains("1 report is scored against a generated reference in one file and a given one in another: "))
        #expect(refused.errors.contains("the first, 'b', against a generated one in ") && refused.errors.contains("s1.jsonl"))
        #expect(try compare(one, other, options: ["--allow-different-signatures"]).status == 0)
    }

    @Test(
        "lets scores be compared only with those against references of the same model",
        arguments: ["given", "generated-of-images"])
    func compareSignatures(signature: String) throws {
        let outcome = try compare(
            [Self.line("a", isGenerated: nil, signature: signature)],
            [Self.line("a", isGenerated: true, signature: "generated-of-labels")])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("are not comparable"))
    }

    @Test(
        "says of how many reports the reference is generated",
        arguments: [(true, "all references are"), (false, "1 of 2 references is")])
    func compareNote(isAll: Bool, says: String) throws {
        let lines = [Self.line("a", isGenerated: true), Self.line("b", isGenerated: isAll)]
        let outcome = try compare(lines, lines)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let notes = try #require(try HilumProcess.object(outcome.output)["notes"] as? [String])
        #expect(notes.contains { $0.hasPrefix("\(says) generated by a model") }, "\(notes)")
    }
}
