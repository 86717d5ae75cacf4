import Foundation
import HilumTestSupport
import Testing

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
        let (outcome, summary) = try runTask("vqa", Self.columns, input: Self.rows)
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
        let (outcome, summary) = try runTask("vqa", Self.columns + ["--type", "kind"], input: Self.rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let types = summary?["accuracy_by_type"] as? [String: [String: Double]]
        #expect(types?.keys.sorted() == ["open", "presence", "what"])
        #expect(types?["presence"] == ["n": 3, "accuracy": 0.666667])
    }

    @Test("No rows have no means, in every format", arguments: ["jsonl", "csv", "table"])
    func empty(format: String) throws {
        let (outcome, summary) = try runTask("vqa", Self.columns + ["--format", format], input: "answer,output\n")
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
