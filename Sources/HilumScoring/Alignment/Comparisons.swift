/// Every comparison between a candidate's and a reference's findings.
struct Comparisons {
    private let rows: Int
    private let columns: Int
    /// By finding of the reference: whether the reference itself says of what kind it is.
    private let isSpecified: [Bool]
    /// By `reference * columns + candidate`.
    private var comparisons: [Comparison?]

    init(candidate: Statements, reference: Statements, overall: OverallChange, knowledge: Knowledge) {
        rows = reference.positive.count
        columns = candidate.positive.count
        isSpecified = reference.positive.map { general in
            reference.positive.contains { special in
                guard case .finer = Kinship(candidate: special.concept, reference: general.concept, knowledge: knowledge) else {
                    return false
                }
                return !LocationAgreement(candidate: special, reference: general, knowledge: knowledge).isConflict
            }
        }
        comparisons = []
        comparisons.reserveCapacity(rows * columns)
        for expected in reference.positive {
            for found in candidate.positive {
                var comparison = Comparison(candidate: found, reference: expected, overall: overall, knowledge: knowledge)
                switch comparison?.kinship {
                case .finer, .finerGroup: comparison?.isDenied = reference.denies(found, knowledge)
                case .coarser, .coarserGroup: comparison?.isDenied = candidate.denies(expected, knowledge)
                case .related where reference.denies(found, knowledge) || candidate.denies(expected, knowledge): comparison = nil
                case .equal, .related, nil: break
                }
                comparisons.append(comparison)
            }
        }
    }

    subscript(candidate: Int, reference: Int) -> Comparison? { comparisons[reference * columns + candidate] }

    /// For each finding of the reference, the candidate's that answers it.
    func assignment(weight: (Statement) -> Double, _ candidate: Statements, _ reference: Statements) -> [Int?] {
        var assignment = Assignment(rows: rows, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns {
                guard let comparison = self[column, row], comparison.isAnswer else { continue }
                assignment[row, column] =
                    comparison.fitness * (weight(candidate.positive[column]) + weight(reference.positive[row]))
                    * Self.preference(comparison)
            }
        }
        return assignment.solution()
    }

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
            (0..<columns).compactMap { column in
                guard let comparison = self[column, index], !comparison.location.isConflict else { return nil }
                switch comparison.kinship {
                case .equal, .finer, .finerGroup: break
                case .coarser, .coarserGroup, .related: return nil
                }
                return Alignment.Pair(candidate: column, reference: index, comparison: comparison)
            })
    }

    /// What in the reference a finding of the candidate repeats although that is another's pair: the same finding wherever it
    /// lies, or a kind or the whole of it at the same place. A kind of what the reference calls by its group's name, or whose kind the
    /// reference itself names, is a finding of its own.
    func repetition(ofCandidate index: Int) -> Alignment.Pair? {
        best(
            (0..<rows).compactMap { row in
                guard let comparison = self[index, row] else { return nil }
                switch comparison.kinship {
                case .equal: break
                case .coarser, .coarserGroup: if comparison.location.isConflict { return nil }
                case .finer: if comparison.location.isConflict || comparison.isDenied || isSpecified[row] { return nil }
                case .finerGroup, .related: return nil
                }
                return Alignment.Pair(candidate: index, reference: row, comparison: comparison)
            })
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
    fileprivate func denies(_ finding: Statement, _ knowledge: Knowledge) -> Bool {
        absent.contains { Denial(of: finding, by: $0, knowledge: knowledge) == .direct }
    }
}
