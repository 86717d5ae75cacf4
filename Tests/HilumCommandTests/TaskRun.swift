import Foundation
import HilumTestSupport

/// A run of `hilum score --task` over given rows, with its summary.
func runTask(_ task: String, _ options: [String], input: String) throws -> (outcome: Outcome, summary: [String: Any]?) {
    let folder = try TemporaryFolder()
    let outcome = try HilumProcess.runWithOntology(
        ["score", "-", "--task", task, "--summary", folder.path + "/s.json"] + options, input: input)
    let summary = try? HilumProcess.object(try folder.text(of: "s.json"))
    return (outcome, summary)
}

func mean(_ name: String, _ summary: [String: Any]?) -> Double? {
    ((summary?["metrics"] as? [String: Any])?[name] as? [String: Any])?["mean"] as? Double
}
