import HilumExtraction
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("Errors of a candidate")
struct FactualityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var candidate: [Said]
        var reference: [Said]
        var errors: [String]

        init(_ candidate: [Said], for reference: [Said], _ errors: String...) {
            self.candidate = candidate
            self.reference = reference
            self.errors = errors
        }

        var testDescription: String { "\(candidate) for \(reference)" }
    }

    private static let findings = [
        Case([Said("effusion")], for: [], "false_positive_finding!"),
        Case([Said("scoliosis")], for: [], "false_positive_finding"),
        Case([Said("effusion")], for: [Said("effusion", .absent)], "false_positive_finding!"),
        Case([Said("effusion", .uncertain)], for: [Said("effusion", .absent)], "false_positive_finding!"),
        Case([], for: [Said("pneumothorax")], "omission_finding!"),
        Case([], for: [Said("tortuous-aorta")], "omission_finding"),
        Case([Said("effusion", .absent)], for: [Said("effusion")], "omission_finding!"),
        Case([Said("effusion", .absent, change: .resolved)], for: [Said("effusion")], "omission_finding!"),
        Case([Said("edema")], for: [Said("effusion")], "false_positive_finding!", "omission_finding!"),
        Case([Said("consolidation")], for: [Said("opacity", .absent)], "false_positive_finding!"),
        Case(
            [Said("consolidation", side: .left)], for: [Said("opacity", side: .right)], "false_positive_finding!",
            "omission_finding!"),
        Case([Said("opacity"), Said("consolidation")], for: [Said("opacity")], "false_positive_finding"),
        Case([Said("opacity")], for: [Said("opacity"), Said("consolidation")], "omission_finding!"),
    ]

    /// What a finding is called decides what it is compared with, not how severe it is or where it lies.
    private static let namesakes = [
        Case(
            [Said("opacity", side: .bilateral, severity: .severe), Said("atelectasis")],
            for: [Said("opacity", side: .bilateral, severity: .minimal), Said("atelectasis")], "incorrect_severity!"),
        Case(
            [Said("opacity", side: .bilateral, change: .decreased), Said("atelectasis")],
            for: [Said("opacity", side: .bilateral, change: .increased), Said("atelectasis")], "false_positive_comparison!"),
        Case(
            [Said("opacity", side: .left), Said("atelectasis")], for: [Said("opacity", side: .right), Said("atelectasis")],
            "incorrect_location!"),
        // What is a kind of it in the right place answers it; the namesake puts it elsewhere too.
        Case(
            [Said("opacity", side: .left), Said("consolidation", side: .right)], for: [Said("opacity", side: .right)],
            "incorrect_location!"),
    ]

    private static let related = [
        Case([Said("mass")], for: [Said("nodule"), Said("mass")], "omission_finding!"),
        Case([Said("nodule"), Said("mass")], for: [Said("mass")], "false_positive_finding!"),
        Case(
            [Said("mass", side: .left)], for: [Said("nodule", side: .right)], "false_positive_finding!", "omission_finding!"),
        Case([Said("mass")], for: [Said("nodule"), Said("mass", .absent)], "false_positive_finding!", "omission_finding!"),
        Case([Said("nodule"), Said("mass", .absent)], for: [Said("mass")], "false_positive_finding!", "omission_finding!"),
        Case([Said("mass", length: "4 cm")], for: [Said("nodule", length: "1 cm")], "incorrect_severity!"),
        // Edema answers edema, though it could answer for the heart and the heart for it.
        Case([Said("edema")], for: [Said("cardiomegaly"), Said("edema")], "omission_finding!"),
    ]

    private static let attributes = [
        Case([Said("effusion", side: .right)], for: [Said("effusion", side: .left)], "incorrect_location!"),
        Case([Said("atelectasis", side: .right)], for: [Said("atelectasis", side: .left)], "incorrect_location"),
        Case([Said("effusion", side: .bilateral)], for: [Said("effusion", side: .left)], "incorrect_location!"),
        Case([Said("effusion")], for: [Said("effusion", side: .left)], "incorrect_location"),
        Case(
            [Said("effusion", side: .left), Said("effusion", side: .right)], for: [Said("effusion", side: .left)],
            "incorrect_location!"),
        Case(
            [Said("nodule", side: .left, site: "upper-lobe")], for: [Said("nodule", side: .left, site: "lower-lobe")],
            "incorrect_location!"),
        Case(
            [Said("nodule", site: "upper-lobe")], for: [Said("nodule", sites: ["upper-lobe", "lower-lobe"])], "incorrect_location"
        ),
        Case([Said("effusion", severity: .severe)], for: [Said("effusion", severity: .mild)], "incorrect_severity!"),
        Case([Said("effusion", size: .large)], for: [Said("effusion", severity: .mild)], "incorrect_severity!"),
        Case([Said("effusion", severity: .moderate)], for: [Said("effusion", severity: .mild)], "incorrect_severity"),
        Case([Said("pneumothorax", size: .moderate)], for: [Said("pneumothorax", size: .small)], "incorrect_severity!"),
        Case([Said("effusion")], for: [Said("effusion", size: .small)], "incorrect_severity"),
        Case([Said("effusion", size: .small)], for: [Said("effusion")], "incorrect_severity"),
        Case([Said("scoliosis", severity: .severe)], for: [Said("scoliosis", severity: .minimal)], "incorrect_severity"),
        Case([Said("tortuous-aorta", severity: .severe)], for: [Said("tortuous-aorta", severity: .mild)], "incorrect_severity"),
        Case([Said("nodule", length: "4 cm")], for: [Said("nodule", length: "4 mm")], "incorrect_severity!"),
        Case([Said("nodule", length: "4 mm")], for: [Said("nodule", length: "7 mm")], "incorrect_severity!"),
        Case([Said("nodule", length: "6 mm")], for: [Said("nodule", length: "4 mm")], "incorrect_severity"),
        Case([Said("pneumothorax", length: "1 cm")], for: [Said("pneumothorax", length: "13 mm")], "incorrect_severity"),
        Case([Said("scoliosis", length: "4 cm")], for: [Said("scoliosis", length: "4 mm")], "incorrect_severity"),
        Case(
            [Said("nodule", size: .large, length: "4 cm")], for: [Said("nodule", size: .small, length: "4 mm")],
            "incorrect_severity!"),
        Case(
            [Said("nodule", length: "6 mm")], for: [Said("nodule", size: .small, length: "4 mm")], "incorrect_severity"),
        Case(
            [Said("nodule", side: .left, length: "4 mm"), Said("nodule", side: .right, length: "9 mm")],
            for: [Said("nodule", side: .left, length: "9 mm"), Said("nodule", side: .right, length: "4 mm")],
            "incorrect_severity!", "incorrect_severity!"),
        Case(
            [Said("fracture", descriptors: ["healed"])], for: [Said("fracture", descriptors: ["acute"])], "incorrect_severity!"),
        Case(
            [Said("fracture", descriptors: ["acute"])], for: [Said("fracture", descriptors: ["healed"])], "incorrect_severity!"),
        Case(
            [Said("scoliosis", descriptors: ["acute"])], for: [Said("scoliosis", descriptors: ["healed"])], "incorrect_severity"),
        Case([Said("effusion", change: .new)], for: [Said("effusion")], "false_positive_comparison!"),
        Case([Said("effusion", change: .unchanged)], for: [Said("effusion")], "false_positive_comparison"),
        Case([Said("scoliosis", change: .new)], for: [Said("scoliosis")], "false_positive_comparison"),
        Case([Said("effusion")], for: [Said("effusion", change: .increased)], "omission_comparison!"),
        Case([Said("effusion", change: .decreased)], for: [Said("effusion", change: .increased)], "false_positive_comparison!"),
        Case([Said("effusion", change: .decreased)], for: [Said("effusion", change: .unchanged)], "false_positive_comparison"),
        Case(
            [Said("effusion", .absent, change: .resolved)], for: [Said("effusion", .absent)], "false_positive_comparison"),
        Case([Said("effusion", .absent)], for: [Said("effusion", .absent, change: .resolved)], "omission_comparison"),
    ]

    private static let none = [
        Case([], for: []),
        Case([Said("effusion", .absent)], for: []),
        Case([], for: [Said("effusion", .absent)]),
        Case([Said("effusion", .uncertain)], for: [Said("effusion")]),
        Case([Said("effusion", .absent, change: .resolved)], for: [Said("effusion", .absent, change: .resolved)]),
        Case([Said("opacity", site: "lung-base")], for: [Said("opacity", site: "lower-lobe")]),
        Case([Said("opacity", site: "lung-base")], for: [Said("opacity", site: "lower-zone")]),
        Case([Said("effusion", site: "lung-base")], for: [Said("effusion", site: "costophrenic-angle")]),
        Case([Said("effusion", size: .small)], for: [Said("effusion", severity: .mild)]),
        Case([Said("nodule", length: "5 mm")], for: [Said("nodule", length: "4 mm")]),
        Case([Said("nodule", length: "40 mm")], for: [Said("nodule", length: "4 cm")]),
        Case([Said("nodule")], for: [Said("nodule", length: "4 mm")]),
        Case(
            [Said("device.endotracheal-tube", length: "4 cm")], for: [Said("device.endotracheal-tube", length: "1 cm")]),
        Case([Said("fracture", descriptors: ["acute"])], for: [Said("fracture", descriptors: ["acute", "healed"])]),
        Case([Said("fracture", descriptors: ["patchy"])], for: [Said("fracture", descriptors: ["acute"])]),
        Case([Said("mass")], for: [Said("nodule")]),
        Case([Said("nodule")], for: [Said("mass")]),
        Case([Said("nodule", size: .small)], for: [Said("mass")]),
        Case([Said("consolidation")], for: [Said("opacity")]),
        Case([Said("opacity")], for: [Said("consolidation")]),
        Case([Said("opacity"), Said("consolidation")], for: [Said("consolidation")]),
        Case([Said("consolidation")], for: [Said("opacity"), Said("consolidation")]),
        Case([Said("effusion", side: .bilateral)], for: [Said("effusion", side: .right), Said("effusion", side: .left)]),
        Case([Said("effusion", side: .right), Said("effusion", side: .left)], for: [Said("effusion", side: .bilateral)]),
        Case(
            [Said("opacity", site: "upper-lobe"), Said("opacity", site: "lower-lobe")],
            for: [Said("opacity", sites: ["upper-lobe", "lower-lobe"])]),
        Case(
            [Said("opacity", sites: ["upper-lobe", "lower-lobe"])],
            for: [Said("opacity", site: "upper-lobe"), Said("opacity", site: "lower-lobe")]),
    ]

    @Test(
        "A difference is charged once, to its category, and as significant where it matters",
        arguments: findings + namesakes + related + attributes + none)
    func charged(example: Case) {
        #expect(errors(score(example.candidate, against: example.reference)) == example.errors)
    }

    @Test("Each finding is compared with the one at its own place")
    func assignment() {
        let reference = [Said("nodule", side: .left, size: .small), Said("nodule", side: .right, size: .large)]
        #expect(errors(score(reference.reversed(), against: reference)) == [])
    }

    @Test("A statement of change about the whole covers single ones that say the same")
    func overall() {
        let single = ReportGraph.saying([Said("effusion", change: .unchanged)])
        let whole = ReportGraph.saying([Said("effusion")], overall: [.unchanged])
        #expect(errors(scorer.score(candidate: single, reference: whole)) == [])
        #expect(errors(scorer.score(candidate: whole, reference: single)) == [])
    }

    @Test("A statement of change about the whole that only one report makes is an insignificant error")
    func overallAlone() {
        let plain = ReportGraph.saying([Said("effusion")])
        let whole = ReportGraph.saying([Said("effusion")], overall: [.unchanged, .unchanged])
        #expect(errors(scorer.score(candidate: whole, reference: plain)) == ["false_positive_comparison"])
        #expect(errors(scorer.score(candidate: plain, reference: whole)) == ["omission_comparison"])
    }
}
