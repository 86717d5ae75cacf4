import HilumOpenI

/// Something on which the codes of a program and those of the coders differ.
struct Disagreement: Hashable {
    enum Kind: String, CaseIterable {
        /// The program has the label, the coders do not.
        case falsePositive = "fp"
        /// The coders have the label, the program does not.
        case falseNegative = "fn"
        /// Both have the label; the coders state this of it, and the program says otherwise or nothing.
        case side, severity, site
    }

    var report: String
    var label: Label
    var kind: Kind
}

extension Disagreement {
    /// Each disagreement that `Evaluation` counts, in the order of the reports.
    static func all(gold: [OpenIReport], predicted: [String: [String]]) -> [Disagreement] {
        gold.filter(\.isScored).flatMap { report in
            let found = Facts(codes: predicted[report.id] ?? [])
            let expected = Facts(codes: report.mesh)
            return Label.allCases.flatMap { label in
                kinds(found.byLabel[label], expected.byLabel[label]).map {
                    Disagreement(report: report.id, label: label, kind: $0)
                }
            }
        }
    }

    private static func kinds(_ found: Fact?, _ expected: Fact?) -> [Kind] {
        guard let found else { return expected == nil ? [] : [.falseNegative] }
        guard let expected else { return [.falsePositive] }
        var kinds: [Kind] = []
        if !expected.sides.isEmpty, !found.agreesOnSides(with: expected) { kinds.append(.side) }
        if !expected.severities.isEmpty, !found.agreesOnSeverity(with: expected) { kinds.append(.severity) }
        if !expected.sites.isEmpty, !found.agreesOnSites(with: expected) { kinds.append(.site) }
        return kinds
    }
}
