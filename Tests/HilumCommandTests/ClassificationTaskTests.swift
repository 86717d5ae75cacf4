import Foundation
import Testing

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
        let (outcome, summary) = try runTask("classification", Self.columns, input: Self.rows)
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
        let (outcome, summary) = try runTask("classification", ["--reference", "t", "--candidate", "p"], input: lines)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (_, expected) = try runTask("classification", Self.columns, input: Self.rows)
        #expect(NSDictionary(dictionary: summary ?? [:]) == NSDictionary(dictionary: expected ?? [:]))
    }

    @Test("A table has a line a label behind the mean")
    func table() throws {
        let (outcome, _) = try runTask("classification", Self.columns + ["--format", "table"], input: Self.rows)
        #expect(outcome.output.contains("\nEdema: AUROC 0.750, average precision 0.833, 2 of 4\n"))
        #expect(outcome.output.contains("\nMass: AUROC -, average precision -, 0 of 4\n"))
        #expect(outcome.lines.last == "macro of 2 labels: AUROC 0.625, average precision 0.667")
    }

    @Test(
        "An uncertain truth counts as the policy says",
        arguments: [("positive", 3), ("negative", 2), ("ignore", 2)])
    func uncertain(policy: String, positives: Int) throws {
        let input = Self.rows.replacing("\n2,0,", with: "\n2,-1,")
        let (outcome, summary) = try runTask("classification", Self.columns + ["--uncertain", policy], input: input)
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
        let (outcome, summary) = try runTask("classification", Self.columns, input: Self.rows.replacing(cells, with: changed))
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
        let (outcome, _) = try runTask("classification", options, input: Self.rows)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }
}
