import Foundation
import Testing

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
        let (outcome, summary) = try runTask("grounding", Self.columns, input: Self.lines)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.map { $0["miou"] as? Double } == [1, 0.5, 0, 0.5, 0, 1])
        #expect(objects.map { $0["accuracy_50"] as? Double } == [1, 1, 0, 0.5, 0, 1])
        #expect(objects[3]["boxes"] as? [String: Int] == ["reference": 2, "candidate": 1])
        #expect((objects[1]["pairs"] as? [[String: Double]]) == [["reference": 0, "candidate": 0, "iou": 0.5]])
        #expect(mean("miou", summary) == 0.5)
        #expect((summary?["signature"] as? String)?.contains("|ontology:none|task:grounding|boxes:xyxy|") == true)
        #expect(objects.allSatisfy { $0["signature"] as? String == summary?["signature"] as? String })
    }

    @Test("CSV holds boxes as JSON or numbers; width and height on demand")
    func csv() throws {
        let input = "id,truth,found\na,\"[[1,1,2,2]]\",1 1 2 2\nb,\"1,1,2,2\",1 1 2 1\n"
        let (outcome, summary) = try runTask(
            "grounding", Self.columns + ["--box-format", "xywh", "--format", "csv"], input: input)
        let signature = try #require(summary?["signature"] as? String)
        #expect(outcome.output == "id,miou,accuracy_50,signature\na,1,1,\(signature)\nb,0.5,1,\(signature)\n")
        #expect(signature.contains("|boxes:xywh|"))
    }

    @Test("A table has the means last")
    func table() throws {
        let (outcome, _) = try runTask("grounding", Self.columns + ["--format", "table"], input: Self.lines)
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
        let (outcome, summary) = try runTask("grounding", Self.columns, input: input)
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("hilum: error: standard input:2: column 'found': \(reason)"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"))
        #expect(outcome.lines.count == 1 && summary == nil)
    }
}
