import HilumMetrics
import HilumOntology

/// Every comparison between a candidate's and a reference's findings.
struct Comparisons {
    private let rows: Int
    private let columns: Int
    /// By finding of the reference: whether the reference itself says of what kind it is.
    private let isSpecified: [Bool]
    /// By `reference * columns + candidate`: where the comparison stands among `comparisons`, -1 where the two have nothing to do with
    /// one another, as most have not.
    private var places: [Int32]
    private var comparisons: [Comparison] = []

    init(candidate: Statements, reference: Statements, overall: OverallChange, knowledge: Knowledge) {
        rows = reference.positive.count
        columns = candidate.positive.count
        let expected = reference.positive
        let found = candidate.positive
        isSpecified = expected.indices.map { general in
            expected.indices.contains { special in
                let kinship = Kinship(
                    candidate: expected[special].concept, reference: expected[general].concept, knowledge: knowledge)
                guard case .finer = kinship else { return false }
                return !LocationAgreement(candidate: expected[special], reference: expected[general], knowledge: knowledge)
                    .isConflict
            }
        }
        places = [Int32](repeating: -1, count: rows * columns)
        for row in expected.indices {
            for column in found.indices {
                let kinship = Kinship(candidate: found[column].concept, reference: expected[row].concept, knowledge: knowledge)
                guard let kinship else { continue }
                var comparison = Comparison(
                    kinship: kinship, candidate: found[column], reference: expected[row], overall: overall, knowledge: knowledge)
                switch kinship {
                case .finer, .finerGroup: comparison.isDenied = reference.denies(found[column], knowledge)
                case .coarser, .coarserGroup: comparison.isDenied = candidate.denies(expected[row], knowledge)
                case .related where reference.denies(found[column], knowledge) || candidate.denies(expected[row], knowledge):
                    continue
                case .equal, .related: break
                }
                places[row * columns + column] = Int32(comparisons.count)
                comparisons.append(comparison)
            }
        }
    }

    subscript(candidate: Int, reference: Int) -> Comparison? {
        let place = places[reference * columns + candidate]
        return place < 0 ? nil : comparisons[Int(place)]
    }

    /// For each finding of the reference, the candidate's that answers it.
    func assignment(weight: (Significance) -> Double, _ candidate: Statements, _ reference: Statements) -> [Int?] {
        var assignment = Assignment(rows: rows, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns {
                guard let comparison = self[column, row], comparison.isAnswer else { continue }
                assignment[row, column] =
                    comparison.fitness
                    * (weight(candidate.positive[column].significance) + weight(reference.positive[row].significance))
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
        absent.indices(denying: finding.concept, knowledge).contains {
            Denial(of: finding, by: absent[$0], knowledge: knowledge) == .direct
        }
    }
}
