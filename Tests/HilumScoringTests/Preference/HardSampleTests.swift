import HilumScoring
import HilumTestSupport
import Testing

@Suite("A sample of hard examples")
struct HardSampleTests {
    /// Of each stratum as many rows as its number says, of which those with an odd number are hard.
    private func sample(_ strata: [String: Int], shuffledBy seed: UInt64 = 0) -> HardSample {
        var sample = HardSample()
        var examples: [HardExample] = []
        var number = 0
        for (name, rows) in strata.sorted(by: { $0.key < $1.key }) {
            sample.count(stratum: [name], rows: rows)
            for index in 0..<rows {
                number += 1
                guard !index.isMultiple(of: 2) else { continue }
                examples.append(
                    HardExample(
                        stratum: [name], reward: Double(index % 5) / 10, id: Array("\(name)\(index)".utf8), number: number))
            }
        }
        var generator = SeededGenerator(seed: seed)
        for example in examples.shuffled(using: &generator) { sample.add(example) }
        return sample
    }

    private func ids(_ sample: HardSample, _ choice: HardSample.Choice, _ count: Int) -> [String] {
        sample.order(choice, count: count).map { String(decoding: sample.examples[$0].id, as: UTF8.self) }
    }

    private static let choices: [HardSample.Choice] = [.hardestFirst, .random(seed: 1), .random(seed: 2)]

    @Test("of a larger size holds the smaller one, none twice, in any order of the rows", arguments: choices)
    func nested(choice: HardSample.Choice) {
        let strata = ["a": 60, "b": 30, "c": 9, "d": 1]
        let largest = ids(sample(strata), choice, 1000)
        #expect(largest.count == 30 + 15 + 4)
        #expect(Set(largest).count == largest.count)
        for size in 0...largest.count {
            #expect(ids(sample(strata, shuffledBy: UInt64(size)), choice, size) == Array(largest.prefix(size)))
        }
    }

    @Test("has the hardest of each stratum first; of equals the one whose id comes first")
    func hardest() {
        let order = ids(sample(["a": 20]), .hardestFirst, 10)
        // Rewards 0, 0.1, 0.2 … go round every five rows, of which the odd are hard.
        #expect(order == ["a15", "a5", "a1", "a11", "a17", "a7", "a13", "a3", "a19", "a9"])
    }

    @Test("by chance is another with another seed")
    func seeds() {
        let sample = sample(["a": 60, "b": 30])
        #expect(ids(sample, .random(seed: 1), 20) != ids(sample, .random(seed: 2), 20))
        #expect(ids(sample, .random(seed: 1), 20) == ids(sample, .random(seed: 1), 20))
    }

    @Test("puts a low confidence first among equal rewards, and rows without a reward last")
    func confidence() {
        var sample = HardSample()
        sample.count(stratum: [], rows: 4)
        for (id, reward, confidence) in [("x", nil, 0.1), ("sure", 0.2, 0.9), ("unsure", 0.2, 0.3), ("worst", 0.1, nil)]
            as [(String, Double?, Double?)]
        {
            sample.add(HardExample(stratum: [], reward: reward, confidence: confidence, id: Array(id.utf8), number: 1))
        }
        #expect(ids(sample, .hardestFirst, 4) == ["worst", "unsure", "sure", "x"])
    }

    @Test("counts its strata, the largest first")
    func shares() {
        let sample = sample(["a": 10, "b": 30])
        let shares = sample.shares(of: sample.order(.hardestFirst, count: 8))
        #expect(shares.map(\.stratum) == [["b"], ["a"]])
        #expect(shares.map(\.original) == [30, 10] && shares.map(\.hard) == [15, 5] && shares.map(\.taken) == [6, 2])
        #expect(sample.total == 40)
    }

    @Test(
        "is of rows that are wrong, undecided, dangerous or not certain",
        arguments: [
            ([0.2], false, nil, [.wrong]), ([0.5], false, nil, []), ([0.9, 0.2], false, nil, [.unsure]),
            ([0.1, 0.2], false, nil, [.wrong]),
            ([0.9], true, nil, [.significantError]), ([0.1], true, 0.2, [.wrong, .significantError, .lowConfidence]),
            ([1], false, 0.3, []), ([], false, 0.29, [.lowConfidence]), ([], false, nil, []),
        ] as [([Double], Bool, Double?, [HardReason])])
    func policy(rewards: [Double], isDangerous: Bool, confidence: Double?, reasons: [HardReason]) {
        let policy = HardnessPolicy(threshold: 0.5, countsSignificantErrors: true, leastConfidence: 0.3)
        #expect(policy.reasons(rewards: rewards, hasSignificantError: isDangerous, confidence: confidence) == reasons)
        let careless = HardnessPolicy(threshold: 0.5)
        #expect(
            careless.reasons(rewards: rewards, hasSignificantError: isDangerous, confidence: confidence)
                == reasons.filter { $0 == .wrong || $0 == .unsure })
    }
}

@Suite("The class of what went wrong")
struct ErrorClassTests {
    private let classifier = ErrorClassifier(ontology: TinyOntology.shared)

    private func error(_ finding: String?, _ category: ErrorCategory, significant: Bool = true) -> FactualityError {
        FactualityError(
            category: category, isSignificant: significant, finding: finding, reference: nil, candidate: nil, explanation: "")
    }

    @Test("is that of the gravest error: significant, then by its finding, then by its category")
    func gravest() {
        let urgent = error("pneumothorax", .omissionComparison)
        let actionable = error("pleural effusion", .falsePositiveFinding)
        let later = error("pulmonary edema", .incorrectLocation)
        let negligible = error("pneumothorax", .falsePositiveFinding, significant: false)
        #expect(
            classifier.gravest(of: [negligible, later, actionable, urgent]).names == ["Pneumothorax", "omission_comparison"])
        #expect(classifier.gravest(of: [negligible, later, actionable]).names == ["Pleural Effusion", "false_positive_finding"])
        #expect(classifier.gravest(of: [negligible, later]).names == ["Edema", "incorrect_location"])
    }

    @Test("has a name where there is no label, no finding and no error")
    func names() {
        #expect(classifier.gravest(of: [error("scoliosis", .omissionFinding)]).names == ["other finding", "omission_finding"])
        #expect(classifier.gravest(of: [error(nil, .omissionComparison)]).names == ["whole report", "omission_comparison"])
        #expect(classifier.gravest(of: []).names == ["no error"])
    }
}
