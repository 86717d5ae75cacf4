import HilumOntology
import HilumScoring

extension CRIMSONEvaluation {
    /// Reads the evaluation that CRIMSON's judge writes (rajpurkarlab/CRIMSON @07e3331), or a result of CRIMSON that holds it as
    /// `raw_evaluation`.
    ///
    ///     {"reference_findings": [{"id": "R1", "clinical_significance": "urgent"}], "predicted_findings": [{"id": "P1", …}],
    ///      "matched_findings": [{"ref_id": "R1", "pred_id": "P1"}],
    ///      "errors": {"false_findings": ["P2"], "missing_findings": ["R2"],
    ///                 "attribute_errors": [{"ref_id": "R1", "pred_id": "P1", "severity": "significant"}]}}
    ///
    /// A finding that is matched twice counts once; an attribute error of a finding that is not matched weighs nothing. CRIMSON gives an unknown
    /// significance or severity a weight of its own, and overlooks an unknown id: here both are errors.
    /// - Throws: what is wrong, with the place.
    public init(json: JSONValue) throws(JSONShapeError) {
        let json = json["raw_evaluation"] ?? json
        let reference = try Self.weights(in: json, "reference_findings")
        let predicted = try Self.weights(in: json, "predicted_findings")
        let errors = try json.required("errors", of: "the evaluation")
        guard case .object = errors else {
            throw JSONShapeError("the value of \"errors\" is \(errors.kindName); an object is expected")
        }
        var attributeWeights: [String: Double] = [:]
        let attributes = try Self.list(errors, "attribute_errors")
        for (index, error) in attributes.enumerated() {
            let place = "item \(index + 1) of \"attribute_errors\""
            let id = try Self.match(error, place, reference, predicted)
            attributeWeights[id, default: 0] += try Self.weight(ofAttributeError: error, place)
        }
        var matched: Set<String> = []
        var matches: [CRIMSONScore.Match] = []
        let pairs = try json.required("matched_findings", of: "the evaluation").array("the value of \"matched_findings\"")
        for (index, pair) in pairs.enumerated() {
            let id = try Self.match(pair, "item \(index + 1) of \"matched_findings\"", reference, predicted)
            guard matched.insert(id).inserted, let weight = reference[id] else { continue }
            matches.append(CRIMSONScore.Match(weight: weight, attributeErrors: attributeWeights[id] ?? 0))
        }
        let falseFindings = try Self.findings(errors, "false_findings", among: predicted)
        self.init(
            score: CRIMSONScore(
                referenceWeights: reference.values.sorted(by: >), matches: matches, falseWeights: falseFindings),
            falseFindings: falseFindings.count,
            missingFindings: try Self.findings(errors, "missing_findings", among: reference).count,
            attributeErrors: attributes.count)
    }

    /// The weights of findings by their ids.
    private static func weights(in json: JSONValue, _ key: String) throws(JSONShapeError) -> [String: Double] {
        var weights: [String: Double] = [:]
        let findings = try json.required(key, of: "the evaluation").array("the value of \"\(key)\"")
        for (index, finding) in findings.enumerated() {
            let place = "item \(index + 1) of \"\(key)\""
            let id = try finding.required("id", of: place).identifier("the id of \(place)")
            let name = try finding.required("clinical_significance", of: place).string("the significance of \(place)")
            guard let significance = significances[name] else {
                throw JSONShapeError(
                    "the clinical_significance of \(place) is none of urgent, actionable_not_urgent, not_actionable_not_urgent and "
                        + "benign_expected")
            }
            guard weights.updateValue(CRIMSONScore.weight(of: significance), forKey: id) == nil else {
                throw JSONShapeError("\(place) has the id of an earlier one")
            }
        }
        return weights
    }

    private static let significances: [String: Significance] = [
        "urgent": .urgent, "actionable_not_urgent": .actionable, "not_actionable_not_urgent": .minor, "benign_expected": .benign,
    ]

    private static func weight(ofAttributeError error: JSONValue, _ place: String) throws(JSONShapeError) -> Double {
        switch try error.required("severity", of: place).string("the severity of \(place)") {
        case "significant": return CRIMSONScore.significantAttributeError
        case "negligible": return 0
        default: throw JSONShapeError("the severity of \(place) is neither significant nor negligible")
        }
    }

    /// The weights of findings that are listed by their ids.
    private static func findings(
        _ errors: JSONValue, _ key: String, among weights: [String: Double]
    ) throws(JSONShapeError) -> [Double] {
        var found: [Double] = []
        for (index, id) in try list(errors, key).enumerated() {
            let place = "item \(index + 1) of \"\(key)\""
            guard let weight = weights[try id.identifier(place)] else { throw unknown(place) }
            found.append(weight)
        }
        return found
    }

    /// The id of the reference's finding in a match. The predicted one may be left out, as the arithmetic does without.
    private static func match(
        _ json: JSONValue, _ place: String, _ reference: [String: Double], _ predicted: [String: Double]
    ) throws(JSONShapeError) -> String {
        let id = try Self.reference("ref_id", in: json, place, to: reference)
        if json["pred_id"] != nil { _ = try Self.reference("pred_id", in: json, place, to: predicted) }
        return id
    }

    /// The id under a key, which has to be one of the findings'.
    private static func reference(
        _ key: String, in json: JSONValue, _ place: String, to weights: [String: Double]
    ) throws(JSONShapeError) -> String {
        let id = try json.required(key, of: place).identifier("the \(key) of \(place)")
        guard weights[id] != nil else { throw unknown("the \(key) of \(place)") }
        return id
    }

    /// What may be left out where it is empty.
    private static func list(_ errors: JSONValue, _ key: String) throws(JSONShapeError) -> [JSONValue] {
        try (errors[key] ?? .array([])).array("the value of \"\(key)\"")
    }

    private static func unknown(_ place: String) -> JSONShapeError {
        JSONShapeError("\(place) is the id of no finding")
    }
}
