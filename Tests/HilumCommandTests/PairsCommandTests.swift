import Foundation
import HilumTestSupport
import Testing

@Suite("hilum pairs")
struct PairsCommandTests {
    static let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/candidates.jsonl").path

    /// The same candidates, a row each, those of a prompt one after another.
    static let rows = """
        study,report,solution,prompt
        p1,Left pleural effusion.,Left pleural effusion.,Describe.
        p1,Right pleural effusion.,Left pleural effusion.,Describe.
        p2,Clear lungs.,The lungs are clear.,Describe.
        p2,Large pneumothorax.,The lungs are clear.,Describe.

        """
    static let grouped = ["--group", "study", "--candidate", "report"]

    private func run(_ input: String, _ options: [String] = []) throws -> Outcome {
        try HilumProcess.runWithOntology(["pairs", "-"] + options, input: input)
    }

    private func objects(_ outcome: Outcome) throws -> [[String: Any]] { try outcome.lines.map { try HilumProcess.object($0) } }

    @Test("chooses the best against the worst, says why, and counts the prompts without a pair")
    func fixture() throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.runWithOntology(["pairs", Self.fixture, "--skipped", folder.path + "/skipped.jsonl"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.errors
                == "hilum: 3 pairs of 5 prompts; 2 gave none: 1 with only one distinct candidate, 1 below quality\n")
        let pairs = try objects(outcome)
        #expect(pairs.compactMap { $0["id"] as? String } == ["effusion", "normal", "edema"])
        #expect(pairs[0]["chosen"] as? String == "Moderate left pleural effusion. No pneumothorax.")
        #expect(pairs[0]["rejected"] as? String == "No pleural effusion or pneumothorax.")
        #expect(pairs[1]["image_ids"] as? [String] == ["p2/frontal.png", "p2/lateral.png"])
        #expect(
            pairs.allSatisfy {
                $0["prompt"] as? String == "Describe the chest radiograph." && $0["task_name"] as? String == "report"
            })
        let reason = try #require(pairs[1]["reason"] as? [String: Any])
        let error = try #require((reason["errors"] as? [[String: Any]])?.first)
        #expect(error["category"] as? String == "false_positive_finding" && error["finding"] as? String == "pneumothorax")
        let skipped = try folder.text(of: "skipped.jsonl").split(separator: "\n").map { try HilumProcess.object($0) }
        #expect(skipped.compactMap { $0["id"] as? String } == ["agreed", "missed"])
        #expect(skipped.compactMap { $0["reason"] as? String } == ["one_distinct_candidate", "below_quality"])
    }

    @Test("gives pairs that hold margin and quality, and as many as asked for")
    func options() throws {
        let most = try objects(try HilumProcess.runWithOntology(["pairs", Self.fixture, "--per-prompt", "9"]))
        #expect(most.count > 3)
        let strict = try objects(
            try HilumProcess.runWithOntology([
                "pairs", Self.fixture, "--per-prompt", "9", "--margin", "0.6", "--min-quality", "1",
            ]))
        #expect(strict.count < most.count)
        for (pairs, margin, quality) in [(most, 0.1, 0.5), (strict, 0.6, 1)] {
            for pair in pairs {
                let (chosen, rejected) = (pair["reward_chosen"] as? Double ?? -1, pair["reward_rejected"] as? Double ?? 2)
                #expect(chosen >= quality && chosen - rejected >= margin - 1e-6)
            }
        }
    }

    @Test("does not depend on the order of the candidates, nor on the number of threads")
    func order() throws {
        let rows = (0..<70).map { number in
            let texts = ["Left effusion.", "Right effusion.", "No effusion.", "Large left effusion."]
            let shift = number % texts.count
            let list = Array(texts[shift...] + texts[..<shift])
            return (id: "p\(number)", list: list)
        }
        func input(_ arrange: ([String]) -> [String]) throws -> String {
            try rows.map { row in
                let object: [String: Any] = ["id": row.id, "solution": "Left effusion.", "candidates": arrange(row.list)]
                return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
            }.joined()
        }
        let options = ["--per-prompt", "3"]
        let one = try run(input { $0 }, options + ["--threads", "1"])
        #expect(one.lines.count > 70, "\(one.errors)")
        #expect(try run(input { $0 }, options + ["--threads", "5"]).output == one.output)
        #expect(try run(input { $0.reversed() }, options).output == one.output)
    }

    @Test("takes candidates of a row each, in CSV too")
    func groups() throws {
        let outcome = try run(Self.rows, Self.grouped)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let pairs = try objects(outcome)
        #expect(pairs.compactMap { $0["id"] as? String } == ["p1", "p2"])
        #expect(pairs.compactMap { $0["rejected"] as? String } == ["Right pleural effusion.", "Large pneumothorax."])
    }

    @Test("refuses scattered rows unless told that they are, and then gives the same")
    func unsorted() throws {
        var lines = Self.rows.split(separator: "\n")
        lines.swapAt(2, 3)
        let scattered = lines.joined(separator: "\n") + "\n"
        let refused = try run(scattered, Self.grouped)
        #expect(refused.status == 65)
        #expect(
            refused.errors.contains(
                "standard input:4: column 'study': the rows of the prompt that begins in line 2 do not follow"))
        #expect(try run(scattered, Self.grouped + ["--unsorted"]).output == run(Self.rows, Self.grouped).output)
    }

    @Test("gives the same pair for the same prompt and images once")
    func repeats() throws {
        func row(_ id: String, _ prompt: String, _ image: String) -> String {
            #"{"id":"\#(id)","prompt":"\#(prompt)","image_ids":["\#(image)"],"solution":"Edema.","candidates":["Edema.","Clear lungs."]}"#
                + "\n"
        }
        let input =
            row("a", "Describe.", "x") + row("b", "describe. ", "x") + row("c", "Describe.", "y") + row("d", "Report.", "x")
        let outcome = try run(input)
        #expect(try objects(outcome).compactMap { $0["id"] as? String } == ["a", "c", "d"])
        #expect(outcome.errors.contains("1 given before"))
    }

    @Test("takes scores that are given, in a list or one a row, with a reference only for the reason")
    func scores() throws {
        let list = #"{"id":"a","candidates":["Edema.","Clear lungs."],"score":[0.2,0.9]}"#
        let outcome = try run(list, ["--scores", "score"])
        let pair = try #require(try objects(outcome).first, "\(outcome.errors)")
        #expect(pair["chosen"] as? String == "Clear lungs." && pair["reward_chosen"] as? Double == 0.9)
        #expect(pair["reason"] is NSNull)
        let below = try run(
            list.replacing("0.9", with: "-2").replacing("0.2", with: "-3"), ["--scores", "score", "--min-quality", "-2"])
        #expect(try objects(below).first?["chosen"] as? String == "Clear lungs.", "\(below.errors)")
        let rows = "study,report,score,solution\na,Edema.,0.2,Clear lungs.\na,Clear lungs.,0.9,Clear lungs.\n"
        let withReason = try #require(try objects(try run(rows, Self.grouped + ["--scores", "score"])).first)
        #expect((withReason["reason"] as? [String: Any])?["errors"] is [Any])
        #expect(withReason["reward_rejected"] as? Double == 0.2)
    }

    @Test("repeats columns as they are, and calls the prompt as asked")
    func keep() throws {
        let input = #"{"id":"a","question":"Q?","n":7,"boxes":[[1]],"solution":"Edema.","candidates":["Edema.","Clear lungs."]}"#
        let outcome = try run(input, ["--keep", "n,boxes,solution", "--format", "chexpo"])
        #expect(outcome.output.contains(#""question":"Q?""#))
        #expect(outcome.output.hasSuffix(#","n":7,"boxes":[[1]],"solution":"Edema."}"# + "\n"))
    }

    @Test(
        "refuses wrong options",
        arguments: [
            (["--margin", "-0.1"], "--margin"), (["--margin", "nan"], "--margin"), (["--per-prompt", "0"], "--per-prompt"),
            (["--min-quality", "inf"], "--min-quality"), (["--candidates", "texts"], "there is no column 'texts'"),
            (["--group", "id"], "--candidate"), (["--candidates", "candidates", "--group", "id", "--candidate", "c"], "either"),
            (["--unsorted"], "--group"), (["--keep", "nowhere"], "there is no column 'nowhere'"),
            (["--keep", "margin"], "--keep margin"),
            (["--reference", "nowhere"], "there is no column 'nowhere'"), (["-o", "x", "--skipped", "./x"], "same file"),
            (["--group", "id", "--candidate", "candidates", "--id", "id"], "--id"),
        ])
    func refusesOptions(options: [String], says: String) throws {
        let outcome = try run(#"{"id":"a","candidates":["x"],"solution":"x"}"#, options)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test(
        "refuses a bad row with its line, never quoting it",
        arguments: [
            (#""secret""#, "column 'candidates': a JSON list is expected"), ("[]", "the list is empty"),
            (#"["secret",null]"#, "element 2 of the list is null"), (#"["secret",["x"]]"#, "element 2 of the list is an array"),
            (#"{"secret":1}"#, "a JSON list is expected, not an object"), ("null", "a JSON list is expected"),
        ])
    func refusesRows(cell: String, says: String) throws {
        let good = #"{"id":"a","candidates":["Edema.","Clear."],"solution":"Edema."}"#
        let outcome = try run(good + "\n" + #"{"id":"b","candidates":\#(cell),"solution":"Edema."}"# + "\n")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("standard input:2: ") && outcome.errors.contains(says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"))
        #expect(outcome.lines.count == 1)
    }

    @Test("refuses a file without a reference or scores, and scores that do not fit")
    func references() throws {
        let noReference = try run(#"{"id":"a","candidates":["x"]}"#)
        #expect(noReference.status == 64 && noReference.errors.contains("--reference"))
        let uneven = try run(#"{"id":"a","candidates":["x","y"],"s":[1]}"#, ["--scores", "s"])
        #expect(uneven.status == 65 && uneven.errors.contains("1 scores for 2 candidates"))
        let other = try run("study,report,solution\na,x,Edema.\na,y,Mass.\n", Self.grouped)
        #expect(
            other.status == 65 && other.errors.contains(":3: column 'solution': another value than in line 2"), "\(other.errors)")
        let blank = try run("study,report,solution\n,x,Edema.\n", Self.grouped)
        #expect(blank.status == 65 && blank.errors.contains(":2: column 'study': blank"))
    }
}
