import HilumScoring
import Testing

@testable import HilumReports

/// The scores are those of `_calculate_crimson` in RadEval 2.2.1 (CRIMSON @07e3331), and of the definition by hand.
@Suite struct CRIMSONEvaluationTests {
    /// - Parameters:
    ///   - reference: significances of R1, R2, …; `predicted` those of P1, P2, …
    ///   - matched: ids of the reference, each matched with the first prediction.
    ///   - attributes: `R1 significant`.
    private static func json(
        _ reference: [String], _ predicted: [String] = [], matched: [String] = [], false wrong: [String] = [],
        missing: [String] = [], attributes: [String] = []
    ) -> String {
        func findings(_ letter: String, _ significances: [String]) -> String {
            significances.enumerated().map { #"{"id":"\#(letter)\#($0 + 1)","finding":"x","clinical_significance":"\#($1)"}"# }
                .joined(separator: ",")
        }
        let errors = attributes.map { text in
            let parts = text.split(separator: " ")
            return #"{"ref_id":"\#(parts[0])","pred_id":"P1","severity":"\#(parts[1])","error_types":["location"]}"#
        }
        return """
            {"reference_findings":[\(findings("R", reference))],"predicted_findings":[\(findings("P", predicted))],\
            "matched_findings":[\(matched.map { #"{"ref_id":"\#($0)","pred_id":"P1"}"# }.joined(separator: ","))],\
            "errors":{"false_findings":[\(wrong.map { #""\#($0)""# }.joined(separator: ","))],\
            "missing_findings":[\(missing.map { #""\#($0)""# }.joined(separator: ","))],\
            "attribute_errors":[\(errors.joined(separator: ","))]}}
            """
    }

    private func evaluation(_ text: String) throws -> CRIMSONEvaluation {
        try CRIMSONEvaluation(json: JSONValue(parsing: Array(text.utf8)))
    }

    private static let evaluations: [(text: String, score: Double)] = [
        // One false finding against a normal report.
        (json([], ["urgent"], false: ["P1"]), -0.5),
        (json([], ["actionable_not_urgent"], false: ["P1"]), -1.0 / 3),
        (json([], ["not_actionable_not_urgent"], false: ["P1"]), -0.2),
        (json([], ["benign_expected"], false: ["P1"]), 1),
        (json([]), 1),
        // Matched, with 1/(1 + 0.5) for a significant error of an attribute, and all for a negligible one.
        (json(["urgent"], ["urgent"], matched: ["R1"]), 1),
        (json(["urgent"], ["urgent"], matched: ["R1"], attributes: ["R1 significant"]), 2.0 / 3),
        (json(["urgent"], ["urgent"], matched: ["R1"], attributes: ["R1 negligible"]), 1),
        (
            json(["actionable_not_urgent"], ["urgent"], matched: ["R1"], attributes: ["R1 significant", "R1 significant"]),
            1.0 / 3
        ),
        // One of two is missed: 1 of 1.5.
        (json(["urgent", "actionable_not_urgent"], ["urgent"], matched: ["R1"], missing: ["R2"]), 2.0 / 3),
        // Matched twice counts once; an error of what is missing weighs nothing.
        (
            json(
                ["urgent", "urgent"], ["urgent"], matched: ["R1", "R1"], missing: ["R2"], attributes: ["R2 significant"]), 0.5
        ),
        // More wrong than right: d = 1.5 − 0.25, −d/(1 + d).
        (
            json(
                ["not_actionable_not_urgent"], ["urgent", "urgent", "actionable_not_urgent"],
                matched: ["R1"], false: ["P2", "P3"]), -1.25 / 2.25
        ),
    ]

    @Test("An evaluation comes to the score of CRIMSON", arguments: evaluations)
    func scores(text: String, expected: Double) throws {
        #expect(abs(try evaluation(text).score.value - expected) < 1e-12)
        #expect(abs(try evaluation(#"{"crimson_score":0,"raw_evaluation":\#(text)}"#).score.value - expected) < 1e-12)
    }

    @Test("Errors are counted as the judge lists them")
    func counts() throws {
        let evaluation = try evaluation(
            Self.json(
                ["urgent", "urgent"], ["urgent", "urgent", "urgent"], matched: ["R1"], false: ["P2", "P3"], missing: ["R2"],
                attributes: ["R1 significant", "R1 negligible", "R1 negligible"]))
        #expect(evaluation.falseFindings == 2)
        #expect(evaluation.missingFindings == 1)
        #expect(evaluation.attributeErrors == 3)
    }

    @Test(
        "An evaluation that does not hold is refused with the place at fault, and nothing of it is quoted",
        arguments: [
            ("[]", "the evaluation is an array; an object is expected"),
            (#"{"reference_findings":[]}"#, "the evaluation has no \"predicted_findings\""),
            (
                json(["severe"]),
                "the clinical_significance of item 1 of \"reference_findings\" is none of urgent, actionable_not_urgent, "
                    + "not_actionable_not_urgent and benign_expected"
            ),
            (json([], [], false: ["P9"]), "item 1 of \"false_findings\" is the id of no finding"),
            (json([], [], missing: ["R9"]), "item 1 of \"missing_findings\" is the id of no finding"),
            (json([], [], matched: ["R9"]), "the ref_id of item 1 of \"matched_findings\" is the id of no finding"),
            (json(["urgent"], [], matched: ["R1"]), "the pred_id of item 1 of \"matched_findings\" is the id of no finding"),
            (
                json(["urgent"], ["urgent"], attributes: ["R1 awful"]),
                "the severity of item 1 of \"attribute_errors\" is neither significant nor negligible"
            ),
            (
                json(["urgent"], [], attributes: ["R2 significant"]),
                "the ref_id of item 1 of \"attribute_errors\" is the id of no finding"
            ),
            (
                #"{"reference_findings":[{"id":1,"clinical_significance":"urgent"},{"id":"1","clinical_significance":"urgent"}]}"#,
                "item 2 of \"reference_findings\" has the id of an earlier one"
            ),
            (
                #"{"reference_findings":[],"predicted_findings":[],"matched_findings":[],"errors":[]}"#,
                "the value of \"errors\" is an array; an object is expected"
            ),
        ])
    func refused(text: String, message: String) {
        #expect(throws: JSONShapeError(message)) { try evaluation(text) }
    }
}
