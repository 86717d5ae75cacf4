import HilumMetrics
import HilumOntology

/// Every comparison between a candidate's and a reference's findings that have anything to do with one another, as most have not.
struct Comparisons {
    private let candidate: Statements
    private let reference: Statements
    private let knowledge: Knowledge
    /// In the order of the reference, of one finding in that of the candidate.
    private var comparisons: [Alignment.Pair] = []
    /// By finding of the reference: where its comparisons begin; the end behind the last.
    private var starts: [Int] = [0]

    init(candidate: Statements, reference: Statements, overall: OverallChange, knowledge: Knowledge) {
        self.candidate = candidate
        self.reference = reference
        self.knowledge = knowledge
        starts.reserveCapacity(reference.positive.count + 1)
        if !candidate.positive.isEmpty { comparisons.reserveCapacity(reference.positive.count) }
        for row in reference.positive.indices {
            let expected = reference.positive[row].concept
            for column in candidate.positive.indices {
                let found = candidate.positive[column].concept
                guard let kinship = Kinship(candidate: found, reference: expected, knowledge: knowledge) else { continue }
                var comparison = Comparison(
                    kinship: kinship, candidate: candidate.positive[column], reference: reference.positive[row],
                    overall: overall, knowledge: knowledge)
                switch kinship {
                case .finer, .finerGroup: comparison.isDenied = reference.denies(candidate.positive[column], knowledge)
                case .coarser, .coarserGroup: comparison.isDenied = candidate.denies(reference.positive[row], knowledge)
                case .related:
                    if reference.denies(candidate.positive[column], knowledge)
                        || candidate.denies(reference.positive[row], knowledge)
                    {
                        continue
                    }
                case .equal: break
                }
                comparisons.append(Alignment.Pair(candidate: column, reference: row, comparison: comparison))
            }
            starts.append(comparisons.count)
        }
    }

    /// How many pairs have anything to do with one another.
    var count: Int { comparisons.count }

    private func comparisons(ofReference row: Int) -> ArraySlice<Alignment.Pair> {
        comparisons[starts[row]..<starts[row + 1]]
    }

    /// For each finding of the reference, the pair with the candidate's that answers it, by number; nil without one.
    func answers(weight: (Significance) -> Double) -> [Int?] {
        var assignment = Assignment(rows: reference.positive.count, columns: candidate.positive.count)
        for pair in comparisons where pair.comparison.isAnswer {
            let value =
                pair.comparison.fitness
                * (weight(candidate.positive[pair.candidate].significance)
                    + weight(reference.positive[pair.reference].significance))
                * Self.preference(pair.comparison)
            assignment.add(value, row: pair.reference, column: pair.candidate)
        }
        return assignment.solution().enumerated().map { row, column in
            column.flatMap { column in
                (starts[row]..<starts[row + 1]).first { comparisons[$0].candidate == column }
            }
        }
    }

    subscript(number: Int) -> Alignment.Pair { comparisons[number] }

    /// Small enough that two pairs of another name are never made at the cost of one of the same finding: where both report an
    /// opacity in a place, neither's pneumonia is the other's opacity.
    private static func preference(_ comparison: Comparison) -> Double {
        switch comparison.kinship {
        case .equal: comparison.location.isConflict ? 0.1 : 1
        case .coarser, .finer, .coarserGroup, .finerGroup: 0.1
        case .related: 0.01
        }
    }

    /// What in the candidate makes a finding of the reference true although it is another's pair: the same or a more special
    /// finding at the same place.
    func implication(ofReference index: Int) -> Alignment.Pair? {
        best(
            comparisons(ofReference: index).filter { pair in
                guard !pair.comparison.location.isConflict else { return false }
                switch pair.comparison.kinship {
                case .equal, .finer, .finerGroup: return true
                case .coarser, .coarserGroup, .related: return false
                }
            })
    }

    /// What in the reference a finding of the candidate repeats although that is another's pair: the same finding wherever it
    /// lies, or a kind or the whole of it at the same place. A kind of what the reference calls by its group's name, or whose kind the
    /// reference itself names, is a finding of its own.
    func repetition(ofCandidate index: Int) -> Alignment.Pair? {
        best(
            comparisons.filter { pair in
                guard pair.candidate == index else { return false }
                switch pair.comparison.kinship {
                case .equal: return true
                case .coarser, .coarserGroup: return !pair.comparison.location.isConflict
                case .finer:
                    return !pair.comparison.location.isConflict && !pair.comparison.isDenied && !isSpecified(pair.reference)
                case .finerGroup, .related: return false
                }
            })
    }

    /// Whether the reference itself says of what kind one of its findings is.
    private func isSpecified(_ general: Int) -> Bool {
        let expected = reference.positive
        return expected.indices.contains { special in
            let kinship = Kinship(
                candidate: expected[special].concept, reference: expected[general].concept, knowledge: knowledge)
            guard case .finer = kinship else { return false }
            return !LocationAgreement(candidate: expected[special], reference: expected[general], knowledge: knowledge).isConflict
        }
    }

    private func best(_ pairs: [Alignment.Pair]) -> Alignment.Pair? {
        pairs.reduce(nil) { best, pair in
            guard let best, best.comparison.similarity >= pair.comparison.similarity else { return pair }
            return best
        }
    }
}

extension Statements {
    /// Whether a report denies a finding by its own name or by what it is a kind of: then nothing near it stands for it.
    fileprivate func denies(_ finding: borrowing Statement, _ knowledge: Knowledge) -> Bool {
        for index in absent.indices(denying: finding.concept, knowledge)
        where Denial(of: finding, by: absent[index], knowledge: knowledge) == .direct {
            return true
        }
        return false
    }
}
