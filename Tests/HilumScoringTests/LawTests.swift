import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumScoring

/// What holds for every pair of reports, tried on generated ones.
@Suite("Laws of the scores")
struct LawTests {
    private static let seeds = 0..<400 as Range<UInt64>

    @Test("A report is perfect against itself")
    func itself() {
        for seed in Self.seeds { itself(seed: seed) }
    }

    private func itself(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let report = [Said].random(using: &generator)
        let overall = [Change].random(using: &generator)
        let score = scorer.score(
            candidate: .saying(report.shuffled(using: &generator), overall: overall.shuffled(using: &generator)),
            reference: .saying(report, overall: overall))
        #expect(score.kg.reward == 1 && score.kg.precision == 1 && score.kg.recall == 1)
        #expect(score.kg.entityIoU == 1 && score.kg.relationIoU == 1)
        #expect(score.factuality.errors == [])
        #expect(score.green == 1 && score.crimson == 1)
    }

    @Test("The order of observations and of sentences makes no difference")
    func order() {
        for seed in Self.seeds { order(seed: seed) }
    }

    private func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let reference = [Said].random(using: &generator)
        let candidate = [Said].random(using: &generator)
        let (overall, overallOfReference) = ([Change].random(using: &generator), [Change].random(using: &generator))
        let referenceGraph = ReportGraph.saying(reference, overall: overallOfReference)
        var graph = ReportGraph.saying(candidate, overall: overall)
        let score = scorer.score(candidate: graph, reference: referenceGraph)
        // What it suggests is told by number.
        if graph.suggestions.isEmpty { graph.observations.shuffle(using: &generator) }
        #expect(scorer.score(candidate: graph, reference: referenceGraph) == score)
        let other = scorer.score(
            candidate: .saying(candidate.shuffled(using: &generator), overall: overall.shuffled(using: &generator)),
            reference: .saying(
                reference.shuffled(using: &generator), overall: overallOfReference.shuffled(using: &generator)))
        #expect(other.kg == score.kg)
        #expect(other.green == score.green && other.crimson == score.crimson)
        #expect(errors(other).sorted() == errors(score).sorted())
    }

    @Test("Scores keep to their ranges, and counts to their list")
    func ranges() {
        for seed in Self.seeds { ranges(seed: seed) }
    }

    private func ranges(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let score = scorer.score(
            candidate: .saying(.random(using: &generator), overall: .random(using: &generator)),
            reference: .saying(.random(using: &generator), overall: .random(using: &generator)))
        let kg = score.kg
        for value in [kg.reward, kg.precision, kg.recall, kg.f1, kg.entityIoU, kg.relationIoU, kg.consistency, score.green] {
            #expect((0...1).contains(value))
        }
        #expect(score.crimson > -1 && score.crimson <= 1)
        #expect(score.factuality.total == score.factuality.errors.count)
        #expect(kg.reward <= kg.f1)
    }

    @Test("One more error never raises a score, in whatever state the candidate was", arguments: Mistake.allCases)
    func monotone(mistake: Mistake) {
        let tried = Self.seeds.count { monotone(seed: $0, mistake) }
        #expect(tried > 50)
    }

    /// Whether there was something to make the mistake in.
    private func monotone(seed: UInt64, _ mistake: Mistake) -> Bool {
        var generator = SeededGenerator(seed: seed)
        let reference = [Said].random(using: &generator)
        var candidate = reference
        // Up to three other mistakes first.
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let earlier = Mistake.allCases.randomElement(using: &generator) ?? mistake
            candidate = earlier.made(in: candidate, reference: reference, using: &generator) ?? candidate
        }
        // A blank candidate has reward 0 by policy, below whatever says anything.
        guard !candidate.isEmpty, let worse = mistake.made(in: candidate, reference: reference, using: &generator) else {
            return false
        }
        let before = score(candidate, against: reference)
        let after = score(worse, against: reference)
        let what = "\(mistake): \(worse) after \(candidate) for \(reference)"
        #expect(after.kg.reward <= before.kg.reward + 1e-12, "\(what)")
        #expect(after.green <= before.green, "\(what)")
        #expect(after.crimson <= before.crimson + 1e-12, "\(what)")
        return true
    }

    @Test("The first error is charged to its category, once", arguments: Mistake.allCases)
    func category(mistake: Mistake) {
        let tried = Self.seeds.count { category(seed: $0, mistake) }
        #expect(tried > 50)
    }

    /// Whether there was something to make the mistake in.
    private func category(seed: UInt64, _ mistake: Mistake) -> Bool {
        var generator = SeededGenerator(seed: seed)
        let reference = [Said].random(using: &generator)
        guard let candidate = mistake.made(in: reference, reference: reference, using: &generator) else { return false }
        let charged = score(candidate, against: reference).factuality.errors.map(\.category)
        #expect(charged == [mistake.category], "\(mistake): \(candidate) for \(reference)")
        return true
    }

    /// One thing that a candidate may get wrong.
    enum Mistake: CaseIterable {
        case invention, omission, falseDenial, droppedNegation, wrongSide, wrongDegree, wrongLength, wrongAge, addedChange,
            droppedChange

        var category: ErrorCategory {
            switch self {
            case .invention, .droppedNegation: .falsePositiveFinding
            case .omission, .falseDenial: .omissionFinding
            case .wrongSide: .incorrectLocation
            case .wrongDegree, .wrongLength, .wrongAge: .incorrectSeverity
            case .addedChange: .falsePositiveComparison
            case .droppedChange: .omissionComparison
            }
        }

        /// The candidate with this mistake; nil if there is nothing to make it in. Findings that have a relative in the report
        /// are left alone: that one answers for them.
        func made(in candidate: [Said], reference: [Said], using generator: inout SeededGenerator) -> [Said]? {
            if self == .invention {
                let names = [
                    "opacity", "effusion", "pneumothorax", "cardiomegaly", "tortuous-aorta", "scoliosis", "fracture", "edema",
                ]
                let new = names.filter { name in !(candidate + reference).contains { $0.isRelated(to: Said(name)) } }
                return new.randomElement(using: &generator).map { candidate + [Said($0, severity: .moderate)] }
            }
            let possible = candidate.indices.filter { index in
                let said = candidate[index]
                let isAlone =
                    !reference.contains { $0 != said && $0.isRelated(to: said) }
                    && !candidate.contains { $0 != said && $0.isRelated(to: said) }
                return reference.contains(said) && isAlone && applies(to: said)
            }
            guard let index = possible.randomElement(using: &generator) else { return nil }
            var worse = candidate
            switch self {
            case .invention: break
            case .omission: worse.remove(at: index)
            case .falseDenial: worse[index] = Said(worse[index].concept, .absent)
            case .droppedNegation: worse[index].status = .present
            case .wrongSide: worse[index].side = worse[index].side == .left ? .right : .left
            case .wrongDegree: worse[index].severity = worse[index].severity == .severe ? .minimal : .severe
            case .wrongLength: worse[index].length = worse[index].length == "4 cm" ? "4 mm" : "9 cm"
            case .wrongAge:
                let isAcute = worse[index].descriptors.contains("acute")
                worse[index].descriptors = worse[index].descriptors.filter { $0 == "patchy" } + [isAcute ? "healed" : "acute"]
            case .addedChange: worse[index].change = .new
            case .droppedChange: worse[index].change = nil
            }
            return worse
        }

        private func applies(to said: Said) -> Bool {
            switch self {
            case .invention: false
            case .omission, .falseDenial: said.status != .absent
            case .droppedNegation: said.status == .absent
            case .wrongSide: said.status != .absent && (said.side == .left || said.side == .right)
            case .wrongDegree: said.status != .absent && said.severity != nil && said.length == nil
            case .wrongLength: said.status != .absent && said.length != nil
            case .wrongAge:
                said.status != .absent && said.descriptors.contains("acute") != said.descriptors.contains("healed")
            case .addedChange: said.status != .absent && said.change == nil
            case .droppedChange: said.status != .absent && said.change != nil
            }
        }
    }
}

extension Said {
    /// Of the same concept, one a kind of the other, or near.
    func isRelated(to other: Said) -> Bool {
        let ontology = TinyOntology.shared
        guard let one = ontology.concept(concept)?.id, let another = ontology.concept(other.concept)?.id else { return false }
        return ontology.isA(one, another) || ontology.isA(another, one)
            || ontology.related.contains { [$0.one, $0.other] == [one, another] || [$0.one, $0.other] == [another, one] }
    }
}
