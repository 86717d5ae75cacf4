import Foundation
import HilumTestSupport
import Testing

/// Labels of another labeller in place of Hilum's own: `hilum score --labels SIDE=FILE`.
@Suite("hilum score --labels")
struct GivenLabelsTests {
    static let reports = "id,reference,candidate\na,Mild edema.,Clear lungs.\nb,Clear lungs.,\n"
    static let labels =
        "Report Impression,Enlarged Cardiomediastinum,Cardiomegaly,Lung Opacity,Lung Lesion,Edema,Consolidation,"
        + "Pneumonia,Atelectasis,Pneumothorax,Pleural Effusion,Pleural Other,Fracture,Support Devices,No Finding"
    static let byOrder = labels + "\nx,,,,,-1.0,,,,,,,,,\ny,,,,,,,,,,1.0,,,,\n"

    private func run(_ files: [(side: String, text: String)], _ options: [String] = []) throws -> (Outcome, [String: Any]?) {
        let folder = try TemporaryFolder()
        var arguments = [
            "score", "-", "--reference", "reference", "--candidate", "candidate", "--summary", folder.path + "/s.json",
        ]
        for (index, file) in files.enumerated() {
            arguments += ["--labels", "\(file.side)=\(try folder.file("labels\(index).csv", file.text))"]
        }
        let outcome = try HilumProcess.runWithOntology(arguments + options, input: Self.reports)
        return (outcome, try? HilumProcess.object(try folder.text(of: "s.json")))
    }

    private func edema(_ outcome: Outcome, _ side: String) throws -> [Int?] {
        try outcome.lines.map {
            let labels = try #require(HilumProcess.object($0)["chexpert"] as? [String: [String: Any]])
            return labels[side]?["Edema"] as? Int
        }
    }

    @Test("They replace those of their side, and the signature says so")
    func replaced() throws {
        let (outcome, summary) = try run([("candidate", Self.byOrder)])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try edema(outcome, "reference") == [1, nil])
        #expect(try edema(outcome, "candidate") == [-1, nil])
        #expect((summary?["signature"] as? String)?.hasSuffix("|chexpert-labels:given-candidate") == true)
        let f1 = try #require(summary?["chexpert_f1"] as? [String: Any])
        // Edema: in both. No Finding: in the reference of b alone. Pleural Effusion: in the candidate of b alone.
        #expect(f1["micro_14"] as? Double == 0.5)
        #expect(f1["accuracy_5"] as? Double == 0.5)
        #expect(f1["uncertain"] as? String == "positive")
        let label = (f1["per_label"] as? [String: [String: Any]])?["Edema"]
        #expect(label?["f1"] as? Double == 1 && label?["support"] as? Int == 1)
    }

    @Test("They are not written over", arguments: ["--summary", "--output"])
    func kept(option: String) throws {
        let folder = try TemporaryFolder()
        let labels = try folder.file("labels.csv", Self.byOrder)
        let outcome = try HilumProcess.runWithOntology(
            [
                "score", "-", "--reference", "reference", "--candidate", "candidate", "--labels", "candidate=" + labels, option,
                labels,
            ],
            input: Self.reports)
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("labels.csv: it is the input"), "\(outcome.errors)")
        #expect(try folder.text(of: "labels.csv") == Self.byOrder)
    }

    @Test("Rows are matched by ids where both files have them, in any order")
    func byID() throws {
        let text = "id," + Self.labels + "\nb,,,,,,0,,,,,,,,,\nc,,,,,,1,,,,,,,,,\na,,,,,,1,,,,,,,,,\n"
        let (outcome, summary) = try run([("reference", text), ("candidate", text)])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try edema(outcome, "candidate") == [1, 0])
        #expect((summary?["signature"] as? String)?.hasSuffix("|chexpert-labels:given-candidate-reference") == true)
    }

    @Test(
        "The uncertain policy changes the F1 and the signature",
        arguments: [("positive", 0.5), ("negative", 0), ("ignore", 0)] as [(String, Double)])
    func uncertain(policy: String, micro: Double) throws {
        let (_, summary) = try run([("candidate", Self.byOrder)], ["--uncertain", policy])
        let f1 = try #require(summary?["chexpert_f1"] as? [String: Any])
        #expect(f1["micro_14"] as? Double == micro)
        #expect(f1["uncertain"] as? String == policy)
        #expect((summary?["signature"] as? String)?.contains("|chexpert-uncertain:\(policy)|") == true)
    }

    static let wrong: [(String, String, Int32, String)] = [
        ("candidate", Self.labels + "\nx,,,,,1,,,,,,,,,\n", 65, "there is no row for the report on line 3"),
        ("candidate", Self.byOrder + "z,,,,,,,,,,,,,,\n", 65, "3 rows for 2 reports"),
        ("candidate", "id," + Self.labels + "\nb,,,,,,0,,,,,,,,,\n", 65, "there is no row for the report on line 2"),
        ("candidate", Self.byOrder.replacing("-1.0", with: "0.5"), 65, "labels0.csv:2: column 'Edema': the value of a label"),
        ("candidate", "Edema\n1\n0\n", 64, "there is no column 'Enlarged Cardiomediastinum'"),
        ("both", Self.byOrder, 64, "reference=FILE"),
    ]

    @Test("Files that do not fit are refused", arguments: wrong)
    func refused(side: String, text: String, status: Int32, says: String) throws {
        let (outcome, summary) = try run([(side, text)])
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(summary == nil)
    }
}
