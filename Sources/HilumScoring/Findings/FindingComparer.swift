import HilumExtraction
import HilumOntology

extension Scorer {
    /// Lays the graphs of two reports over one another, finding by finding: first what both state, then what only the reference, then
    /// what only the candidate does; what is denied comes last.
    /// - Parameters:
    ///   - candidate: laid out by this scorer, as is `reference`.
    public func comparedFindings(candidate: StatedReport, reference: StatedReport) -> [ComparedFinding] {
        let alignment = Alignment(candidate: candidate, reference: reference, knowledge: knowledge)
        var comparer = FindingComparer(
            alignment: alignment, candidate: candidate.graph, reference: reference.graph, knowledge: knowledge)
        return comparer.findings()
    }
}

/// Reads the compared findings off an alignment.
private struct FindingComparer {
    private let alignment: Alignment
    private let candidate: ReportGraph
    private let reference: ReportGraph
    private let knowledge: Knowledge
    private var found: [ComparedFinding] = []
    /// By number in `found`, where the report names it.
    private var concepts: [(reference: ConceptID?, candidate: ConceptID?)] = []

    init(alignment: Alignment, candidate: ReportGraph, reference: ReportGraph, knowledge: Knowledge) {
        self.alignment = alignment
        self.candidate = candidate
        self.reference = reference
        self.knowledge = knowledge
    }

    mutating func findings() -> [ComparedFinding] {
        let (stated, expected) = (alignment.candidate.positive, alignment.reference.positive)
        for pair in alignment.pairs {
            let repeats = alignment.repeats.filter { $0.reference == pair.reference && $0.comparison.kinship == .equal }
            add(
                reference: expected[pair.reference], candidate: [stated[pair.candidate]] + repeats.map { stated[$0.candidate] },
                sameLength: pair.comparison.length == .same)
        }
        for pair in alignment.implied { add(reference: expected[pair.reference], isImplied: true) }
        for omission in alignment.omissions { add(reference: expected[omission.statement], isDenied: omission.denial != nil) }
        for error in alignment.falseFindings { add(candidate: [stated[error.statement]], isDenied: error.denial != nil) }
        for pair in alignment.repeats where pair.comparison.kinship != .equal {
            var isFiner = false
            if case .finer = pair.comparison.kinship { isFiner = true }
            // What is finer than the reference is charged as added.
            add(candidate: [stated[pair.candidate]], isImplied: !isFiner)
        }
        addSuggestions()
        addAbsences()
        return found
    }

    private mutating func add(
        reference expected: Statement? = nil, candidate stated: [Statement] = [], isImplied: Bool = false, isDenied: Bool = false,
        sameLength: Bool = false
    ) {
        func mention(_ statement: Statement) -> ComparedFinding.Mention {
            ComparedFinding.Mention(
                name: knowledge.name(of: statement.concept), status: statement.status, span: statement.span)
        }
        let parts = ComparedParts(
            reference: expected.map { StatedPart.all(of: $0, in: reference, knowledge) } ?? [],
            candidate: stated.flatMap { StatedPart.all(of: $0, in: candidate, knowledge) }, sameLength: sameLength,
            knowledge: knowledge)
        found.append(
            ComparedFinding(
                reference: expected.map(mention), candidate: stated.first.map(mention), isImplied: isImplied, isDenied: isDenied,
                parts: parts.parts))
        concepts.append((expected?.concept, stated.first?.concept))
    }

    /// What one report denies and the other calls wanting in other words follows from these.
    private mutating func addAbsences() {
        let (denied, expected) = (alignment.candidate.absent, alignment.reference.absent)
        var isAnswered = [Bool](repeating: false, count: denied.count)
        for (index, answer) in alignment.referenceAbsences.enumerated() {
            if let counterpart = answer.counterpart { isAnswered[counterpart] = true }
            add(
                reference: expected[index], candidate: answer.counterpart.map { [denied[$0]] } ?? [],
                isImplied: answer.counterpart == nil && answer.kind == .stated)
        }
        for (index, answer) in alignment.candidateAbsences.enumerated() where !isAnswered[index] {
            add(candidate: [denied[index]], isImplied: answer.counterpart != nil || answer.kind == .stated)
        }
    }

    private mutating func addSuggestions() {
        for suggestion in reference.suggestions { addSuggestion(suggestion, of: reference, source: .reference, by: \.reference) }
        for suggestion in candidate.suggestions { addSuggestion(suggestion, of: candidate, source: .candidate, by: \.candidate) }
    }

    private mutating func addSuggestion(
        _ suggestion: Suggestion, of graph: ReportGraph, source: ComparedFinding.Source,
        by concept: KeyPath<(reference: ConceptID?, candidate: ConceptID?), ConceptID?>
    ) {
        let finding = graph.observations[suggestion.finding].concept
        let disease = graph.observations[suggestion.disease].concept
        guard
            let start = concepts.firstIndex(where: { $0[keyPath: concept] == finding }),
            let end = concepts.firstIndex(where: { $0[keyPath: concept] == disease }), start != end
        else { return }
        if let known = found[start].suggestions.firstIndex(where: { $0.finding == end }) {
            if found[start].suggestions[known].source != source { found[start].suggestions[known].source = .both }
        } else {
            found[start].suggestions.append(ComparedFinding.Suggestion(finding: end, source: source))
        }
    }
}
