import HilumOpenI

/// Predicted codes against the manual ones.
///
/// The coding is of what is asserted present, a report at a time; it knows no negation, uncertainty or change. A perfect reader would
/// not reach 1: devices after surgery and borderline hearts are under-coded, and "A or B" is often coded as both.
struct Evaluation {
    private(set) var reports = 0
    private(set) var byLabel: [Label: Counts] = [:]
    private(set) var triples = Counts()
    private(set) var side = Agreement()
    private(set) var severity = Agreement()
    private(set) var site = Agreement()

    /// How often an attribute that the reference states is answered, over the labels that both sides have.
    struct Agreement {
        var agreed = 0
        var asked = 0

        /// Nil if it was never asked.
        var rate: Double? { asked > 0 ? Double(agreed) / Double(asked) : nil }

        mutating func add<Value>(_ reference: Set<Value>, agrees: Bool) {
            guard !reference.isEmpty else { return }
            asked += 1
            if agrees { agreed += 1 }
        }
    }

    /// - Parameters:
    ///   - gold: reports with their manual codes; those without text, and those that nobody coded, do not count.
    ///   - predicted: codes by report id; a report that is not there has none.
    init(gold: [OpenIReport], predicted: [String: [String]]) {
        for report in gold where report.isScored {
            reports += 1
            add(Facts(codes: predicted[report.id] ?? []), reference: Facts(codes: report.mesh))
        }
    }

    private mutating func add(_ candidate: Facts, reference: Facts) {
        for label in Label.allCases {
            let found = candidate.byLabel[label]
            let expected = reference.byLabel[label]
            byLabel[label, default: Counts()].add(predicted: found != nil, true: expected != nil)
            guard let found, let expected else { continue }
            side.add(expected.sides, agrees: found.agreesOnSides(with: expected))
            severity.add(expected.severities, agrees: found.agreesOnSeverity(with: expected))
            site.add(expected.sites, agrees: found.agreesOnSites(with: expected))
        }
        triples.add(predicted: candidate.triples, true: reference.triples)
    }

    /// All labels together.
    var micro: Counts {
        byLabel.values.reduce(into: Counts()) { $0.add($1) }
    }

    /// The mean F1 of the labels that the reference has.
    var macroF1: Double {
        let supported = Label.allCases.compactMap { byLabel[$0] }.filter { $0.support > 0 }
        return supported.isEmpty ? 0 : supported.map(\.f1).reduce(0, +) / Double(supported.count)
    }
}

extension OpenIReport {
    /// Reports without text, and those that nobody coded, do not count.
    var isScored: Bool { !text.isEmpty && !mesh.contains { $0.lowercased() == "no indexing" } }
}
