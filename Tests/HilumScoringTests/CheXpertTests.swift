import HilumExtraction
import HilumMetrics
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("CheXpert labels")
struct CheXpertLabelsTests {
    private func labels(_ said: [Said]) -> CheXpertLabels { CheXpertLabels(of: .saying(said)) }

    @Test("Positive wins over uncertain, uncertain over negative")
    func precedence() {
        let said = [Said("effusion", .absent), Said("effusion", .uncertain)]
        #expect(labels(said)[.pleuralEffusion] == .uncertain)
        #expect(labels(said + [Said("effusion")])[.pleuralEffusion] == .positive)
        #expect(labels([Said("effusion", .absent)])[.pleuralEffusion] == .negative)
        #expect(labels([])[.pleuralEffusion] == nil)
    }

    @Test("An absent group has its own label only")
    func group() {
        let labels = labels([Said("opacity", .absent)])
        #expect(labels[.lungOpacity] == .negative)
        #expect(labels[.consolidation] == nil)
    }

    private static let reports: [([Said], Bool)] = [
        ([], true), ([Said("effusion", .absent)], true), ([Said("device.endotracheal-tube")], true), ([Said("scoliosis")], true),
        ([Said("effusion", .uncertain)], false), ([Said("effusion"), Said("edema", .absent)], false),
    ]

    @Test("No Finding is positive if nothing but a device is positive or uncertain", arguments: reports)
    func noFinding(said: [Said], expected: Bool) {
        #expect(labels(said)[.noFinding] == (expected ? .positive : nil))
    }

    @Test("The labels of a score are those of the graphs")
    func scored() {
        let score = score([Said("edema")], against: [Said("effusion", .uncertain)])
        #expect(score.chexpert.candidate == labels([Said("edema")]))
        #expect(score.chexpert.reference == labels([Said("effusion", .uncertain)]))
    }
}

@Suite("F1 of CheXpert labels")
struct CheXpertF1Tests {
    private func f1(_ pairs: [([Said], [Said])], _ policy: UncertainPolicy = .positive) -> CheXpertF1 {
        pairs.reduce(into: CheXpertF1(uncertain: policy)) { $0.add(score($1.0, against: $1.1).chexpert) }
    }

    @Test("It counts positive and uncertain as 1, and a label that never occurs as 0")
    func counts() {
        let f1 = f1([
            ([Said("effusion")], [Said("effusion", .uncertain)]),
            ([Said("edema")], [Said("effusion")]),
            ([], []),
        ])
        // Effusion: 1 in both, 1 in the reference only: 2/3. Edema: 0. No Finding: 1. 11 others: 0.
        #expect(abs(f1.all.macro - (2.0 / 3 + 1) / 14) < 1e-12)
        #expect(abs(f1.all.micro - 4.0 / 6) < 1e-12)
        #expect(abs(f1.five.macro - 2.0 / 15) < 1e-12)
        #expect(abs(f1.five.micro - 0.5) < 1e-12)
    }

    @Test(
        "An uncertain label counts as the policy says",
        arguments: [(.positive, 1, 0, 1), (.negative, 0, 1, 1), (.ignore, 0, 0, 0)] as [(UncertainPolicy, Int, Int, Int)])
    func policies(policy: UncertainPolicy, both: Int, one: Int, rowsOfEffusion: Int) {
        let f1 = f1([([Said("effusion")], [Said("effusion", .uncertain)])], policy)
        let effusion = f1.five.labels[4]
        #expect(effusion.truePositives == both && effusion.falsePositives == one)
        #expect(effusion.truePositives + effusion.falsePositives + effusion.trueNegatives == rowsOfEffusion)
        #expect(f1.uncertain == policy)
    }

    @Test("Nothing to count is 0")
    func empty() {
        #expect(CheXpertF1().all.micro == 0)
        #expect(CheXpertF1().five.macro == 0)
    }

    @Test("Given labels are those of the file")
    func given() {
        let labels = CheXpertLabels([.edema: .uncertain, .fracture: .negative, .noFinding: .positive])
        #expect(labels[.edema] == .uncertain && labels[.fracture] == .negative && labels[.noFinding] == .positive)
        #expect(labels[.pneumonia] == nil)
    }
}
