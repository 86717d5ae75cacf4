import Foundation
import HilumTestSupport
import Testing

@Suite("hilum compare of reports")
struct CompareReportsTests {
    @Test("comes to the same from reports, and from their scores as CSV and as JSON lines")
    func threeWays() throws {
        let direct = try HilumProcess.runWithOntology(["compare"] + CompareCommandTests.systems + CompareCommandTests.columns)
        #expect(direct.status == 0, "\(direct.errors)")
        let expected = try CompareCommandTests.metrics(direct) as NSDictionary
        #expect(expected["kg_reward"] != nil)
        #expect(expected["chexpert_f1_micro_14"] != nil)
        for format in ["csv", "jsonl"] {
            let folder = try TemporaryFolder()
            let scored = try CompareCommandTests.systems.enumerated().map { index, file in
                let path = "\(folder.path)/\(index).\(format)"
                let outcome = try HilumProcess.runWithOntology(
                    ["score", file] + CompareCommandTests.columns + ["--format", format, "-o", path])
                #expect(outcome.status == 0, "\(outcome.errors)")
                return path
            }
            #expect(
                try CompareCommandTests.metrics(try HilumProcess.run(["compare"] + scored)) as NSDictionary == expected,
                "\(format)")
        }
    }

    @Test("computes the CheXpert F1 that hilum score sums up")
    func chexpert() throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.runWithOntology(["compare"] + CompareCommandTests.systems + CompareCommandTests.columns)
        for (system, key) in zip(CompareCommandTests.systems, ["baseline", "candidate"]) {
            let score = try HilumProcess.runWithOntology(
                ["score", system] + CompareCommandTests.columns + ["--summary", folder.path + "/s.json"])
            #expect(score.status == 0)
            let summary = try #require(try HilumProcess.object(folder.text(of: "s.json"))["chexpert_f1"] as? [String: Any])
            for name in ["micro_14", "macro_14", "micro_5", "macro_5"] {
                let estimate = try #require(
                    try CompareCommandTests.metrics(outcome)["chexpert_f1_\(name)"]?[key] as? [String: Any])
                #expect(estimate["value"] as? Double == summary[name] as? Double)
            }
        }
    }

    @Test("refuses another reference for the same id")
    func references() throws {
        let texts = ["Edema.", "No edema."].map { "id,reference,candidate\na,\($0),Edema.\n" }
        let folder = try TemporaryFolder()
        let files = try texts.enumerated().map { try folder.file("s\($0.offset).csv", $0.element) }
        let outcome = try HilumProcess.runWithOntology(["compare"] + files + CompareCommandTests.columns)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("the reference of 'a'"))
        #expect(!outcome.errors.contains("Edema"))
    }

    @Test("warns of reports that it did not understand, as hilum score does")
    func lowCoverage() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("s.csv", "id,reference,candidate\na,Edema.,zorp wibble\nb,Edema.,Edema.\n")
        let outcome = try HilumProcess.runWithOntology(["compare", file, file] + CompareCommandTests.columns)
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("hilum: warning: in 2 of 4 pairs "))
        #expect(try HilumProcess.runWithOntology(["compare", file, file, "--quiet"] + CompareCommandTests.columns).errors == "")
    }
}
