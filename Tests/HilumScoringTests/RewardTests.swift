import HilumExtraction
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("What the reward does")
struct RewardTests {
    private func reward(_ candidate: [Said], for reference: [Said]) -> Double { score(candidate, against: reference).kg.reward }

    @Test("The same in other words has full marks")
    func sameInOtherWords() {
        #expect(reward([Said("cardiomegaly")], for: [Said("cardiomegaly", site: "heart")]) >= 0.99)
        let bilateral = [Said("effusion", side: .bilateral)]
        #expect(reward([Said("effusion", side: .left), Said("effusion", side: .right)], for: bilateral) >= 0.99)
        #expect(reward([Said("opacity"), Said("opacity", descriptors: ["patchy"])], for: [Said("opacity")]) >= 0.99)
    }

    @Test("Two normal reports agree, whatever they mention")
    func normal() {
        #expect(reward(.normal, for: [Said("abnormality", .absent)]) > 0.95)
        #expect(reward([Said("effusion", .absent)], for: .normal) > 0.9)
        #expect(reward([Said("abnormality", .absent, site: "chest")], for: [Said("abnormality", .absent)]) == 1)
    }

    @Test("A negation that is dropped has the heaviest penalty, in a short report and in a long one")
    func droppedNegation() {
        #expect(reward([Said("effusion")], for: [Said("effusion", .absent)]) <= 0.1)
        let flipped = [Said].normal.map { $0.concept == "finding.effusion" ? Said("effusion") : $0 }
        #expect(reward(flipped, for: .normal) <= 0.1)
        #expect(reward(.normal, for: flipped) <= 0.1)
    }

    @Test(
        "Severe for mild is a clear penalty", arguments: ["effusion", "cardiomegaly", "atelectasis", "scoliosis", "pneumothorax"])
    func severeForMild(finding: String) {
        for rest in [[], [Said].normal.filter { $0.concept != "finding.\(finding)" && $0.concept != "finding.opacity" }] {
            let reward = reward([Said(finding, severity: .severe)] + rest, for: [Said(finding, severity: .mild)] + rest)
            #expect((0.3...0.7).contains(reward))
        }
    }

    @Test(
        "One of two findings left out is an omission",
        arguments: [
            ["effusion", "cardiomegaly"], ["atelectasis", "effusion"], ["scoliosis", "atelectasis"],
            ["pneumothorax", "effusion"],
        ])
    func omission(findings: [String]) {
        for kept in findings {
            let reward = reward([Said(kept)], for: findings.map { Said($0) })
            #expect((0.3...0.7).contains(reward), "\(kept) kept")
        }
    }

    @Test("A pneumothorax added to a normal report is a hallucination")
    func hallucination() {
        let silent = [Said].normal.filter { $0.concept != "finding.pneumothorax" }
        #expect(reward(silent + [Said("pneumothorax")], for: silent) <= 0.4)
        #expect(reward(silent + [Said("pneumothorax")], for: .normal) <= 0.1)
    }

    @Test("New consolidation for stable atelectasis without consolidation is the bottom")
    func bottom() {
        let reference = [Said("atelectasis", change: .unchanged), Said("consolidation", .absent)]
        #expect(reward([Said("consolidation", change: .new)], for: reference) <= 0.15)
    }

    @Test("A kind of what the reference denies as a whole contradicts it")
    func deniedGroup() {
        #expect(reward([Said("nodule")], for: [Said("lung-abnormality", .absent)]) <= 0.25)
    }

    @Test("A blank candidate is worth nothing against a report that says something, two blank ones say the same")
    func blank() {
        #expect(reward([], for: .normal) == 0)
        #expect(reward([], for: [Said("effusion")]) == 0)
        #expect(reward([Said("effusion")], for: []) == 0)
        let both = score([], against: [])
        #expect(both.kg.reward == 1 && both.green == 1 && both.crimson == 1)
    }

    @Test("Words that say nothing are worth nothing against a normal report")
    func gibberish() {
        let gibberish = ReportGraph(ontology: TinyOntology.shared, text: Array("lorem ipsum".utf8))
        let blank = ReportGraph(ontology: TinyOntology.shared, text: [])
        #expect(scorer.score(candidate: gibberish, reference: .saying(.normal)).kg.reward == 0)
        #expect(scorer.score(candidate: blank, reference: gibberish).kg.reward == 0)
        #expect(scorer.score(candidate: gibberish, reference: gibberish).kg.reward == 1)
    }

    @Test("Stating a finding and denying it costs half")
    func selfDenial() {
        let said = [Said("effusion"), Said("effusion", .absent)]
        #expect(reward(said, for: [Said("effusion")]) <= 0.5)
        #expect(reward(said, for: said) == 1)
        let otherwiseClear = [Said("atelectasis"), Said("opacity", .absent)]
        #expect(reward(otherwiseClear, for: [Said("atelectasis")]) > 0.9)
    }

    @Test("Precision, recall and F1 are shares of weight")
    func arithmetic() {
        // Effusion and consolidation weigh 0.8 each; the remainder is 0.2.
        let kg = score([Said("effusion")], against: [Said("effusion"), Said("consolidation")]).kg
        #expect(abs(kg.precision - 1) < 1e-12)
        #expect(abs(kg.recall - 1.0 / 1.8) < 1e-12)
        #expect(abs(kg.f1 - 2 / 2.8) < 1e-12)
        #expect(abs(kg.reward - 2 / 2.8 * 0.85) < 1e-12)
    }

    @Test("IoU counts concepts with their status, and relations")
    func overlap() {
        let reference = [Said("effusion", side: .left, size: .small), Said("pneumothorax", .absent)]
        let candidate = [Said("effusion", side: .right, severity: .mild), Said("edema")]
        let kg = score(candidate, against: reference).kg
        #expect(abs(kg.entityIoU - 1.0 / 3) < 1e-12)
        #expect(abs(kg.relationIoU - 1.0 / 3) < 1e-12)
        let none = score([Said("edema")], against: [Said("edema")]).kg
        #expect(none.relationIoU == 1)
    }

    @Test("What a finding suggests is a relation")
    func suggestion() {
        let said = [Said("opacity"), Said("disease.pneumonia", .uncertain)]
        let suggesting = ReportGraph.saying(said, suggestions: [Suggestion(finding: 0, disease: 1)])
        #expect(scorer.score(candidate: suggesting, reference: .saying(said)).kg.relationIoU == 0)
        #expect(scorer.score(candidate: suggesting, reference: suggesting).kg.relationIoU == 1)
    }
}
