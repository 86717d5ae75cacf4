import HilumOntology

/// Whether a report agrees with itself.
enum SelfConsistency {
    /// 1 minus the share of statements that contradict another: a finding that is stated and, without qualification, denied. 0–1.
    static func share(of statements: Statements, knowledge: Knowledge) -> Double {
        let count = statements.positive.count + statements.absent.count
        guard count > 0, !statements.positive.isEmpty, !statements.absent.isEmpty else { return 1 }
        var isContradicted = [Bool](repeating: false, count: statements.positive.count)
        var contradictions = 0
        for absence in statements.absent {
            var contradicts = false
            for (index, finding) in statements.positive.enumerated() where isContradiction(finding, absence, knowledge) {
                contradicts = true
                isContradicted[index] = true
            }
            if contradicts { contradictions += 1 }
        }
        contradictions += isContradicted.count { $0 }
        return 1 - Double(contradictions) / Double(count)
    }

    /// Whether a report that states both contradicts itself. "Lungs are clear" leaves room for what needs no action, and a wider
    /// group ("no acute abnormality") for whatever the report names.
    static func isContradiction(_ finding: Statement, _ absence: Statement, _ knowledge: Knowledge) -> Bool {
        guard let denial = Denial(of: finding, by: absence, knowledge: knowledge) else { return false }
        if finding.concept == absence.concept { return true }
        guard knowledge.significance(of: finding.concept) >= .actionable else { return false }
        return denial == .direct
            || absence.descriptors.isEmpty && knowledge.ontology.steps(from: finding.concept, toKind: absence.concept) == 1
    }
}
