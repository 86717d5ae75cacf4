import HilumOntology
import Testing

@testable import HilumScoring

@Suite("GREEN")
struct GREENTests {
    @Test(
        "It is the share of matches among matches and significant errors",
        arguments: [(6, 2, 0.75), (0, 3, 0), (4, 0, 1), (0, 0, 0)])
    func arithmetic(matched: Int, errors: Int, expected: Double) {
        #expect(GREENScore.value(matched: matched, significantErrors: errors) == expected)
    }

    @Test("Findings and normal statements that agree are matches, insignificant errors do not count")
    func reading() {
        let reference = [
            Said("effusion", side: .left), Said("scoliosis"), Said("pneumothorax", .absent), Said("opacity", .absent),
        ]
        let candidate = [Said("effusion", side: .right), Said("pneumothorax", .absent), Said("consolidation", .absent)]
        let score = score(candidate, against: reference)
        // The effusion and the two absences match; its side is wrong; the scoliosis is left out, which is insignificant.
        #expect(score.matchedFindings == 3)
        #expect(score.green == 0.75)
    }

    @Test("Two normal reports without a statement in common score 1")
    func normal() {
        #expect(score([Said("effusion", .absent)], against: [Said("fracture", .absent)]).green == 1)
        #expect(score([], against: [Said("fracture", .absent)]).green == 0)
    }
}

@Suite("CRIMSON")
struct CRIMSONTests {
    private static func matches(_ weights: [Double], errors: Double = 0) -> [CRIMSONScore.Match] {
        weights.map { CRIMSONScore.Match(weight: $0, attributeErrors: errors) }
    }

    private static let examples: [(CRIMSONScore, Double)] = [
        (CRIMSONScore(referenceWeights: [], matches: [], falseWeights: []), 1),
        (CRIMSONScore(referenceWeights: [], matches: [], falseWeights: [1]), -0.5),
        (CRIMSONScore(referenceWeights: [], matches: [], falseWeights: [0.5]), -1.0 / 3),
        (CRIMSONScore(referenceWeights: [], matches: [], falseWeights: [0.25]), -0.2),
        (CRIMSONScore(referenceWeights: [0], matches: matches([0]), falseWeights: []), 1),
        (CRIMSONScore(referenceWeights: [1, 0.5], matches: matches([1, 0.5]), falseWeights: []), 1),
        (CRIMSONScore(referenceWeights: [0.5], matches: matches([0.5], errors: 0.5), falseWeights: []), 0.5),
        (CRIMSONScore(referenceWeights: [1], matches: matches([1], errors: 1), falseWeights: [0.25]), 0.25),
        (CRIMSONScore(referenceWeights: [0.5], matches: [], falseWeights: [1]), -0.5),
        (CRIMSONScore(referenceWeights: [1, 0.5], matches: matches([0.5]), falseWeights: []), 1.0 / 3),
    ]

    @Test("The arithmetic is CRIMSON's", arguments: examples)
    func arithmetic(score: CRIMSONScore, expected: Double) {
        #expect(abs(score.value - expected) < 1e-12)
    }

    private static let pairs: [([Said], [Said], Double)] = [
        ([Said("pneumothorax")], [], -0.5), ([Said("effusion")], [], -1.0 / 3), ([Said("scoliosis")], [], -0.2),
        ([Said("tortuous-aorta")], [], 1), ([Said("effusion", side: .left)], [Said("effusion", side: .right)], 0.5),
        ([Said("effusion", size: .small)], [Said("effusion", size: .moderate)], 1),
        ([Said("effusion", size: .tiny)], [Said("effusion", size: .moderate)], 0.5),
        ([Said("effusion")], [Said("effusion"), Said("pneumothorax")], 1.0 / 3),
    ]

    @Test("The weights are read off the alignment", arguments: pairs)
    func reading(candidate: [Said], reference: [Said], expected: Double) {
        #expect(abs(score(candidate, against: reference).crimson - expected) < 1e-12)
    }
}
