import Foundation
import HilumTestSupport
import Testing

/// A run of `hilum score --task` over given rows, with its summary.
private func run(_ task: String, _ options: [String], input: String) throws -> (outcome: Outcome, summary: [String: Any]?) {
    let folder = try TemporaryFolder()
    let outcome = try HilumProcess.runWithOntology(
        ["score", "-", "--task", task, "--summary", folder.path + "/s.json"] + options, input: input)
    let summary = try? HilumProcess.object(try folder.text(of: "s.json"))
    return (outcome, summary)
}

private func mean(_ name: String, _ summary: [String: Any]?) -> Double? {
    ((summary?["metrics"] as? [String: Any])?[name] as? [String: Any])?["mean"] as? Double
}

@Suite("hilum score --task vqa")
struct VQATaskTests {
    static let columns = ["--reference", "answer", "--candidate", "output"]
    static let rows = """
        id,answer,output,kind
        right,yes,<think>It is blunt.</think><answer>Yes</answer>,Presence
        first-word,no,No there is none.,presence
        wrong,yes,no,presence
        same-in-other-words,cardiomegaly,an enlarged heart,what
        other-side,right pleural effusion,left pleural effusion,what
        blank,edema,,what
        both-blank,,,
        """

    @Test("An answer is right, wrong, the same in other words, or blank")
    func rows() throws {
        let (outcome, summary) = try run("vqa", Self.columns, input: Self.rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.map { $0["accuracy"] as? Double } == [1, 1, 0, 0, 0, 0, 1])
        #expect(objects.map { $0["exact_match"] as? Double } == [1, 0, 0, 0, 0, 0, 1])
        #expect(objects.map { $0["any_match"] as? Double } == [1, 0, 0, 0, 0, 0, 1])
        #expect(objects.map { $0["concept_f1"] as? Double } == [nil, nil, nil, 1, 0, 0, nil])
        #expect(objects.map { $0["type"] as? String } == ["closed", "closed", "closed", "open", "open", "open", "open"])
        let concepts = (summary?["metrics"] as? [String: Any])?["concept_f1"] as? [String: Any]
        #expect(concepts?["n"] as? Int == 3)
        #expect(mean("accuracy", summary) == 0.428571)
        #expect(summary?["n"] as? Int == 7 && summary?["task"] as? String == "vqa")
        #expect((summary?["signature"] as? String)?.contains("|task:vqa|words:squad|") == true)
        let types = summary?["accuracy_by_type"] as? [String: [String: Double]]
        #expect(types == ["closed": ["n": 3, "accuracy": 0.666667], "open": ["n": 4, "accuracy": 0.25]])
    }

    @Test("Types come from a column where one is named, in whatever case")
    func types() throws {
        let (outcome, summary) = try run("vqa", Self.columns + ["--type", "kind"], input: Self.rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let types = summary?["accuracy_by_type"] as? [String: [String: Double]]
        #expect(types?.keys.sorted() == ["open", "presence", "what"])
        #expect(types?["presence"] == ["n": 3, "accuracy": 0.666667])
    }

    @Test("No rows have no means, in every format", arguments: ["jsonl", "csv", "table"])
    func empty(format: String) throws {
        let (outcome, summary) = try run("vqa", Self.columns + ["--format", format], input: "answer,output\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(summary?["n"] as? Int == 0)
        #expect(mean("accuracy", summary) == nil)
        #expect((summary?["accuracy_by_type"] as? [String: Any])?.isEmpty == true)
    }

    @Test("The same bytes on any number of threads")
    func threads() throws {
        let rows = (0..<500).map { "\($0),\(["yes", "no", "edema"][$0 % 3]),\(["yes", "effusion"][$0 % 2]),t\($0 % 7)\n" }
        let input = "id,answer,output,kind\n" + rows.joined()
        let texts = try ["1", "3"].map { threads in
            let folder = try TemporaryFolder()
            let options = ["--type", "kind", "--threads", threads, "--summary", folder.path + "/s.json"]
            let outcome = try HilumProcess.runWithOntology(
                ["score", "-", "--task", "vqa"] + Self.columns + options, input: input)
            return outcome.output + (try folder.text(of: "s.json"))
        }
        #expect(texts[0] == texts[1])
        #expect(texts[0].split(separator: "\n").count == 501)
    }
}

@Suite("hilum score --task grounding")
struct GroundingTaskTests {
    static let columns = ["--reference", "truth", "--candidate", "found"]
    static let lines = """
        {"id":"right","truth":[[0,0,4,4]],"found":[0,0,4,4]}
        {"id":"half","truth":[[0,0,4,4]],"found":"0 0 4 2"}
        {"id":"beside","truth":[0,0,4,4],"found":[[5,5,6,6]]}
        {"id":"one-of-two","truth":[[0,0,4,4],[6,6,8,8]],"found":[[0,0,4,4]]}
        {"id":"blank","truth":[[0,0,4,4]],"found":null}
        {"id":"none","truth":[],"found":""}
        """

    @Test("A box is right, half right, beside, missing, or rightly not there")
    func lines() throws {
        let (outcome, summary) = try run("grounding", Self.columns, input: Self.lines)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.map { $0["miou"] as? Double } == [1, 0.5, 0, 0.5, 0, 1])
        #expect(objects.map { $0["accuracy_50"] as? Double } == [1, 1, 0, 0.5, 0, 1])
        #expect(objects[3]["boxes"] as? [String: Int] == ["reference": 2, "candidate": 1])
        #expect((objects[1]["pairs"] as? [[String: Double]]) == [["reference": 0, "candidate": 0, "iou": 0.5]])
        #expect(mean("miou", summary) == 0.5)
        #expect((summary?["signature"] as? String)?.contains("|ontology:none|task:grounding|boxes:xyxy|") == true)
    }

    @Test("CSV holds boxes as JSON or numbers; width and height on demand")
    func csv() throws {
        let input = "id,truth,found\na,\"[[1,1,2,2]]\",1 1 2 2\nb,\"1,1,2,2\",1 1 2 1\n"
        let (outcome, summary) = try run(
            "grounding", Self.columns + ["--box-format", "xywh", "--format", "csv"], input: input)
        #expect(outcome.output == "id,miou,accuracy_50\na,1,1\nb,0.5,1\n")
        #expect((summary?["signature"] as? String)?.contains("|boxes:xywh|") == true)
    }

    @Test("A table has the means last")
    func table() throws {
        let (outcome, _) = try run("grounding", Self.columns + ["--format", "table"], input: Self.lines)
        #expect(outcome.lines.first?.contains(/id +miou +accuracy_50/) == true)
        #expect(outcome.lines.last?.contains(/mean of 6 +0\.500 +0\.583/) == true)
    }

    @Test(
        "What is no box is an error with its line and column, and quotes nothing",
        arguments: [
            (#"[4,0,4,4]"#, "box 1: the box has no area"), (#"[4,0,0,4]"#, "box 1: the second corner"),
            (#"[1,2,3]"#, "box 1 is not four numbers"), (#""secret""#, "part 1 is no number"), (#"{"x":1}"#, "an object;"),
            (#"true"#, "part 1 is no number"), (#"[0,0,1e999,1]"#, "box 1 is not four numbers"),
        ])
    func wrong(box: String, reason: String) throws {
        let input = #"{"id":"a","truth":[0,0,1,1],"found":[0,0,1,1]}"# + "\n" + #"{"id":"b","truth":[0,0,1,1],"found":\#(box)}"#
        let (outcome, summary) = try run("grounding", Self.columns, input: input)
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("hilum: error: standard input:2: column 'found': \(reason)"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"))
        #expect(outcome.lines.count == 1 && summary == nil)
    }
}

@Suite("hilum score --task classification")
struct ClassificationTaskTests {
    static let columns = ["--reference", "true_", "--candidate", "prob_"]
    // The areas are scikit-learn 1.9.1's roc_auc_score and average_precision_score.
    static let rows = """
        id,true_Edema,prob_Edema,true_Fracture,prob_Fracture,true_Mass,prob_Mass
        1,1,0.9,0,0.2,0,0.1
        2,0,0.3,,0.4,0,0.2
        3,1,0.2,1,0.7,0,0.9
        4,0,0.1,0,0.8,0,0.3
        """

    @Test("Areas are those of each label, and the macro is over the labels that have both classes")
    func rows() throws {
        let (outcome, summary) = try run("classification", Self.columns, input: Self.rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.map { $0["known_labels"] as? Int } == [3, 2, 3, 3])
        #expect(objects.map { $0["brier"] as? Double } == [0.02, 0.065, 0.513333, 0.246667])
        let labels = try #require(summary?["per_label"] as? [String: [String: Any]])
        #expect(labels["Edema"]?["auroc"] as? Double == 0.75)
        #expect(labels["Edema"]?["average_precision"] as? Double == 0.833333)
        #expect(labels["Fracture"]?["auroc"] as? Double == 0.5)
        #expect(labels["Fracture"]?["average_precision"] as? Double == 0.5)
        #expect(labels["Fracture"]?["negatives"] as? Int == 2)
        #expect(labels["Mass"]?["auroc"] is NSNull && labels["Mass"]?["average_precision"] is NSNull)
        #expect(summary?["auroc_macro"] as? Double == 0.625)
        #expect(summary?["average_precision_macro"] as? Double == 0.666667)
        #expect(summary?["labels"] as? Int == 3 && summary?["labels_in_macro"] as? Int == 2)
    }

    @Test("Objects of labels say the same as columns")
    func objects() throws {
        let lines = """
            {"id":1,"t":{"Edema":1,"Fracture":0,"Mass":false},"p":{"Edema":0.9,"Fracture":0.2,"Mass":0.1}}
            {"id":2,"t":{"Edema":0,"Mass":0},"p":{"Edema":0.3,"Fracture":0.4,"Mass":0.2}}
            {"id":3,"t":{"Fracture":true,"Edema":1,"Mass":0},"p":{"Mass":0.9,"Edema":0.2,"Fracture":0.7}}
            {"id":4,"t":{"Edema":0,"Fracture":0,"Mass":0},"p":{"Edema":0.1,"Fracture":0.8,"Mass":0.3}}
            """
        let (outcome, summary) = try run("classification", ["--reference", "t", "--candidate", "p"], input: lines)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (_, expected) = try run("classification", Self.columns, input: Self.rows)
        #expect(NSDictionary(dictionary: summary ?? [:]) == NSDictionary(dictionary: expected ?? [:]))
    }

    @Test("A table has a line a label behind the mean")
    func table() throws {
        let (outcome, _) = try run("classification", Self.columns + ["--format", "table"], input: Self.rows)
        #expect(outcome.output.contains("\nEdema: AUROC 0.750, average precision 0.833, 2 of 4\n"))
        #expect(outcome.output.contains("\nMass: AUROC -, average precision -, 0 of 4\n"))
        #expect(outcome.lines.last == "macro of 2 labels: AUROC 0.625, average precision 0.667")
    }

    @Test(
        "An uncertain truth counts as the policy says",
        arguments: [("positive", 3), ("negative", 2), ("ignore", 2)])
    func uncertain(policy: String, positives: Int) throws {
        let input = Self.rows.replacing("\n2,0,", with: "\n2,-1,")
        let (outcome, summary) = try run("classification", Self.columns + ["--uncertain", policy], input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let labels = try #require(summary?["per_label"] as? [String: [String: Any]])
        #expect(labels["Edema"]?["positives"] as? Int == positives)
        #expect(labels["Edema"]?["negatives"] as? Int == (policy == "negative" ? 2 : 1))
        #expect((summary?["signature"] as? String)?.contains("|uncertain:\(policy)|") == true)
    }

    @Test(
        "What is no truth or probability is an error with its line and column",
        arguments: [
            ("1,1,0.9", "1,1,1.5", "2: column 'prob_Edema': not from 0 to 1"),
            ("1,1,0.9", "1,1,", "2: column 'prob_Edema': blank"),
            ("1,1,0.9", "1,1,high", "2: column 'prob_Edema': not a number"),
            ("1,1,0.9", "1,1,nan", "2: column 'prob_Edema': not from"),
            ("3,1,0.2", "3,2,0.2", "4: column 'true_Edema': the value of a label is 1, 0, -1 or blank"),
            ("3,1,0.2", "3,-1,0.2", "4: column 'true_Edema': -1; say what it counts as with --uncertain"),
        ])
    func wrong(cells: String, changed: String, says: String) throws {
        let (outcome, summary) = try run("classification", Self.columns, input: Self.rows.replacing(cells, with: changed))
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("hilum: error: standard input:\(says)"), "\(outcome.errors)")
        #expect(summary == nil)
    }

    @Test(
        "Columns that do not pair are named",
        arguments: [
            (["--reference", "truth_", "--candidate", "prob_"], "no column begins with 'truth_'"),
            (["--reference", "true_", "--candidate", "p_"], "no column begins with 'p_'"),
            (["--reference", "true_E", "--candidate", "prob_"], "'true_Edema' has no partner; 'prob_dema' is expected"),
        ])
    func unpaired(options: [String], says: String) throws {
        let (outcome, _) = try run("classification", options, input: Self.rows)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }
}

@Suite("Tasks of hilum score")
struct ScoreTaskTests {
    @Test(
        "An option of another task is refused, and what a task lacks is said",
        arguments: [
            (["--task", "grounding", "--reference", "a"], "--task grounding needs --candidate COL"),
            (["--task", "vqa"], "--task vqa needs --reference COL and --candidate COL"),
            (
                ["--task", "grounding", "--reference", "a", "--candidate", "b", "--type", "c"],
                "--type goes with --task vqa, not with grounding"
            ),
            (
                ["--reference", "a", "--candidate", "b", "--box-format", "xywh"],
                "--box-format goes with --task grounding, not with report"
            ),
            (
                ["--task", "vqa", "--reference", "a", "--candidate", "b", "--uncertain", "ignore"],
                "--uncertain goes with --task report or classification, not with vqa"
            ),
            (
                ["--task", "vqa", "--reference", "a", "--candidate", "b", "--metrics", "kg"],
                "--metrics goes with --task report, not with vqa"
            ),
            (["--task", "poetry", "--reference", "a", "--candidate", "b"], "report"),
        ])
    func usage(options: [String], says: String) throws {
        let outcome = try HilumProcess.runWithOntology(["score", "-"] + options, input: "a,b\n1,1\n")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output == "")
    }
}

/// The commands that README.md shows, and the line that it says they print first.
@Suite("Tasks in README.md")
struct TaskReadmeTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("Each command prints the line below it", arguments: ["vqa", "grounding", "classification"])
    func firstLine(task: String) throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(lines.firstIndex { $0.contains(".build/release/hilum score") && $0.contains("--task \(task) ") })
        let folder = try TemporaryFolder()
        let arguments = lines[place].split(separator: " ").dropFirst().map { word in
            word.hasPrefix("Fixtures/")
                ? Self.root.appending(path: String(word)).path : word == "areas.json" ? folder.path + "/s" : String(word)
        }
        let outcome = try HilumProcess.runWithOntology(arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.first == lines[place + 1].drop { $0 == " " })
    }
}

@Suite("hilum score --task radgraph")
struct RadGraphTaskTests {
    private static let effusion =
        #"{"entities":{"1":{"tokens":"small","label":"OBS-DP","relations":[["modify","2"]]},"2":{"tokens":"effusion","label":"OBS-DP"}}}"#
    private static let denied =
        #"{"0":{"text":"no effusion","entities":{"1":{"tokens":"effusion","label":"Observation::definitely absent","relations":[]}}}}"#

    @Test("Annotations are read from objects and from JSON text, and a blank one scores 0")
    func rows() throws {
        let text = Self.effusion.replacing("\"", with: "\\\"")
        let input = """
            {"id":"same","ours":\(Self.effusion),"theirs":"\(text)"}
            {"id":"flipped","ours":\(Self.denied),"theirs":\(Self.effusion)}
            {"id":"blank","ours":null,"theirs":{"entities":{}}}
            """
        let (outcome, summary) = try run("radgraph", ["--candidate", "ours", "--reference", "theirs"], input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        for name in ["radgraph_simple", "radgraph_partial", "radgraph_complete"] {
            #expect(objects.map { $0[name] as? Double } == [1, 0, 0])
            #expect(mean(name, summary) == 0.333333)
        }
        #expect((summary?["signature"] as? String)?.contains("|task:radgraph|empty:0|") == true)
    }

    @Test("What is no annotation is an error with line and column, which quotes nothing")
    func refused() throws {
        let input = "{\"c\":\(Self.effusion),\"r\":\(Self.effusion)}\n{\"c\":\(Self.effusion),\"r\":\"secret\"}\n"
        let (outcome, _) = try run("radgraph", ["--candidate", "c", "--reference", "r"], input: input)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("standard input:2: "))
        #expect(outcome.errors.contains("'r'"))
        #expect(!outcome.errors.contains("secret"))
    }
}

@Suite("hilum score --task crimson")
struct CRIMSONTaskTests {
    @Test("Evaluations come to scores, and one that does not hold is an error with its line")
    func rows() throws {
        let wrong = #"{"reference_findings":[],"predicted_findings":[{"id":"P1","clinical_significance":"urgent"}],"#
        let valid = wrong + #""matched_findings":[],"errors":{"false_findings":["P1"]}}"#
        let invalid = wrong + #""matched_findings":[],"errors":{"false_findings":["P2"]}}"#
        let (outcome, summary) = try run("crimson", ["--evaluation", "e"], input: "{\"e\":\(valid)}\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try HilumProcess.object(outcome.output)
        #expect(object["crimson"] as? Double == -0.5)
        #expect(object["false_findings"] as? Double == 1)
        #expect(mean("crimson", summary) == -0.5)
        let refused = try run("crimson", ["--evaluation", "e"], input: "{\"e\":\(valid)}\n{\"e\":\(invalid)}\n").outcome
        #expect(refused.status == 65)
        #expect(refused.errors.contains("standard input:2: "))
        #expect(refused.errors.contains("item 1 of \"false_findings\" is the id of no finding"))
    }

    @Test("The column of the evaluations has to be named, and goes with no other task")
    func options() throws {
        #expect(try run("crimson", [], input: "{}").outcome.errors.contains("--task crimson needs --evaluation COL"))
        let report = try HilumProcess.runWithOntology(
            ["score", "-", "--reference", "a", "--candidate", "b", "--evaluation", "c"], input: "a,b,c\n")
        #expect(report.status == 64)
    }
}
