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
        let reference = [Said("effusion", side: .left, size: .small, change: .new), Said("pneumothorax", .absent)]
        let candidate = [Said("effusion", side: .left, severity: .severe), Said("edema")]
        let kg = score(candidate, against: reference).kg
        #expect(abs(kg.entityIoU - 1.0 / 3) < 1e-12)
        // Left in both; small and new in one, severe in the other.
        #expect(abs(kg.relationIoU - 1.0 / 4) < 1e-12)
        let none = score([Said("edema")], against: [Said("edema")]).kg
        #expect(none.relationIoU == 1)
    }

    @Test(
        "Which of two findings of one concept is meant makes relations differ",
        arguments: [
            (Said("effusion", side: .left, size: .small), Said("effusion", side: .right, size: .large)),
            (Said("effusion", side: .left, change: .new), Said("effusion", side: .right, change: .decreased)),
            (Said("effusion", side: .left, descriptors: ["acute"]), Said("effusion", side: .right, descriptors: ["healed"])),
        ])
    func whichIsMeant(left: Said, right: Said) {
        var (otherLeft, otherRight) = (right, left)
        otherLeft.side = .left
        otherRight.side = .right
        // The sides stay, what is said of each does not.
        #expect(abs(score([otherLeft, otherRight], against: [left, right]).kg.relationIoU - 1.0 / 3) < 1e-12)
        #expect(score([right, left], against: [left, right]).kg.relationIoU == 1)
    }

    /// By significance, the least first.
    private static let graver = ["tortuous-aorta", "scoliosis", "effusion", "pneumothorax"]

    @Test(
        "The graver a finding, the worse it is to turn it round, alone or in a long report", arguments: [true, false],
        [true, false])
    func flipsAreOrdered(isLong: Bool, isUncertain: Bool) {
        let status: Status = isUncertain ? .uncertain : .present
        let others = isLong ? [Said("cardiomegaly", .absent), Said("edema", .absent), Said("fracture", .absent)] : []
        for isDropped in [true, false] {
            let rewards = Self.graver.map { name in
                let stated = [Said(name, status)] + others
                let denied = [Said(name, .absent)] + others
                return isDropped ? reward(stated, for: denied) : reward(denied, for: stated)
            }
            for (less, more) in zip(rewards, rewards.dropFirst()) { #expect(less > more, "\(rewards)") }
            #expect(rewards.allSatisfy { $0 > 0 })
        }
    }

    @Test("It is worse to turn round what is certain than what is held possible", arguments: graver, [true, false])
    func certainFlip(name: String, isDropped: Bool) {
        func flipped(_ status: Status) -> Double {
            isDropped
                ? reward([Said(name, status)], for: [Said(name, .absent)])
                : reward([Said(name, .absent)], for: [Said(name, status)])
        }
        #expect(flipped(.uncertain) > flipped(.present))
    }

    @Test("Reports that agree in nothing are next to worthless")
    func nothingInCommon() {
        #expect((0.0001...0.05).contains(reward([Said("fracture")], for: [Said("effusion")])))
    }

    @Test("What is related to the finding is worth as much as it is close, either way round")
    func related() {
        // 0.8 · 0.7 and the remainder of 0.2.
        #expect(abs(reward([Said("mass")], for: [Said("nodule")]) - 0.76) < 1e-12)
        #expect(abs(reward([Said("nodule")], for: [Said("mass")]) - 0.76) < 1e-12)
        #expect(reward([Said("mass", side: .left)], for: [Said("nodule", side: .right)]) < 0.05)
    }

    @Test("What is denied by its own name is not made good by what is related to it")
    func relatedButDenied() {
        let reference = [Said("nodule"), Said("mass", .absent)]
        #expect(reward([Said("mass")], for: reference) <= 0.1)
        #expect(reward(reference, for: [Said("mass")]) <= 0.1)
    }

    @Test("Lengths far apart cost as much as degrees far apart, and one that is left out next to nothing")
    func lengths() {
        func reward(_ candidate: String?, _ reference: String?) -> Double {
            self.reward([Said("nodule", length: candidate)], for: [Said("nodule", length: reference)])
        }
        #expect(reward("4 mm", "0.4 cm") == 1)
        #expect(reward("5 mm", "4 mm") == 1)
        #expect(reward("4 cm", "4 mm") == self.reward([Said("nodule", size: .large)], for: [Said("nodule", size: .small)]))
        #expect(reward("8 mm", "4 mm") == self.reward([Said("nodule", size: .moderate)], for: [Said("nodule", size: .small)]))
        #expect((0.97..<1).contains(reward(nil, "4 mm")))
    }

    @Test("Acute for healed costs about half")
    func contradiction() {
        let reward = reward([Said("fracture", descriptors: ["healed"])], for: [Said("fracture", descriptors: ["acute"])])
        #expect((0.4...0.6).contains(reward))
    }

    @Test("What a finding suggests is a relation")
    func suggestion() {
        let said = [Said("opacity"), Said("disease.pneumonia", .uncertain)]
        let suggesting = ReportGraph.saying([Said("opacity", suggests: "disease.pneumonia"), said[1]])
        #expect(scorer.score(candidate: suggesting, reference: .saying(said)).kg.relationIoU == 0)
        #expect(scorer.score(candidate: suggesting, reference: suggesting).kg.relationIoU == 1)
    }
}
