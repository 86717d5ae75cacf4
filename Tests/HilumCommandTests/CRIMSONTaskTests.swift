import Foundation
import Testing

@Suite("hilum score --task crimson")
struct CRIMSONTaskTests {
    @Test("Evaluations come to scores, and one that does not hold is an error with its line")
    func rows() throws {
        let wrong = #"{"reference_findings":[],"predicted_findings":[{"id":"P1","clinical_significance":"urgent"}],"#
        let valid = wrong + #""matched_findings":[],"errors":{"false_findings":["P1"]}}"#
        let invalid = wrong + #""matched_findings":[],"errors":{"false_findings":["P2"]}}"#
        let (outcome, summary) = try runTask("crimson", ["--evaluation", "e"], input: "{\"e\":\(valid)}\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try HilumProcess.object(outcome.output)
        #expect(object["crimson"] as? Double == -0.5)
        #expect(object["false_findings"] as? Double == 1)
        #expect(mean("crimson", summary) == -0.5)
        let refused = try runTask("crimson", ["--evaluation", "e"], input: "{\"e\":\(valid)}\n{\"e\":\(invalid)}\n").outcome
        #expect(refused.status == 65)
        #expect(refused.errors.contains("standard input:2: "))
        #expect(refused.errors.contains("item 1 of \"false_findings\" is the id of no finding"))
    }

    @Test("The column of the evaluations has to be named, and goes with no other task")
    func options() throws {
        #expect(try runTask("crimson", [], input: "{}").outcome.errors.contains("--task crimson needs --evaluation COL"))
        let report = try HilumProcess.runWithOntology(
            ["score", "-", "--reference", "a", "--candidate", "b", "--evaluation", "c"], input: "a,b,c\n")
        #expect(report.status == 64)
    }
}
