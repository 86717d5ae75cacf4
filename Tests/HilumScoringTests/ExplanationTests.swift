import HilumExtraction
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("What an error says")
struct ExplanationTests {
    typealias Case = FactualityTests.Case

    @Test("An error quotes the words of both reports and gives its reason")
    func quotations() throws {
        let score = score([Said("effusion", side: .right)], against: [Said("effusion", side: .left)])
        let error = try #require(score.factuality.errors.first)
        #expect(error.finding == "pleural effusion")
        #expect(error.reference == Quotation(text: "left", span: TextSpan(0, 4)))
        #expect(error.candidate == Quotation(text: "right", span: TextSpan(0, 5)))
        #expect(error.explanation == "left in the reference, right in the candidate")
    }

    @Test(
        "An error of location quotes the words in which the places differ",
        arguments: [
            (
                Said("nodule", side: .left, site: "lower-lobe"), Said("nodule", side: .left, site: "upper-lobe"), "lower lobe",
                "upper lobe"
            ),
            (Said("nodule", side: .left, site: "upper-lobe"), Said("nodule", side: .right, site: "upper-lobe"), "left", "right"),
            (Said("nodule", side: .left), Said("nodule", site: "upper-lobe"), "left", "upper lobe"),
        ])
    func places(reference: Said, candidate: Said, expected: String, found: String) throws {
        let error = try #require(score([candidate], against: [reference]).factuality.errors.first)
        #expect(error.category == .incorrectLocation)
        #expect(error.reference?.text == expected && error.candidate?.text == found)
    }

    private static let reasons: [(Case, String)] = [
        (
            Case([Said("pneumothorax")], for: [Said("pneumothorax", .absent)]),
            "the candidate reports pneumothorax, which the reference denies"
        ),
        (
            Case([Said("consolidation")], for: [Said("opacity", .absent)]),
            "the candidate reports consolidation, which the reference denies (no opacity)"
        ),
        (
            Case([Said("edema", .uncertain)], for: []),
            "the candidate suspects pulmonary edema, which the reference does not mention"
        ),
        (Case([], for: [Said("effusion")]), "the reference reports pleural effusion, which the candidate leaves out"),
        (
            Case([Said("effusion", .absent)], for: [Said("effusion")]),
            "the reference reports pleural effusion, which the candidate denies"
        ),
        (Case([Said("effusion")], for: [Said("effusion", side: .left)]), "left in the reference, no side in the candidate"),
        (
            Case([Said("nodule", side: .left, site: "upper-lobe")], for: [Said("nodule", side: .left, site: "lower-lobe")]),
            "left lower lobe in the reference, left upper lobe in the candidate"
        ),
        (
            Case([Said("effusion", side: .left), Said("effusion", side: .right)], for: [Said("effusion", side: .left)]),
            "left in the reference, also right in the candidate"
        ),
        (
            Case([Said("effusion", size: .large)], for: [Said("effusion", severity: .mild)]),
            "mild in the reference, large in the candidate"
        ),
        (Case([Said("effusion", size: .large)], for: [Said("effusion")]), "large in the candidate, no degree in the reference"),
        (Case([Said("effusion", change: .new)], for: [Said("effusion")]), "new in the candidate, no comparison in the reference"),
        (
            Case([Said("opacity"), Said("consolidation")], for: [Said("opacity")]),
            "the candidate adds consolidation, where the reference says only opacity"
        ),
    ]

    private static let values: [(Case, reference: String, candidate: String)] = [
        (
            Case([Said("nodule", size: .large, length: "4 cm")], for: [Said("nodule", size: .small, length: "4 mm")]), "4 mm",
            "4 cm"
        ),
        (
            Case(
                [Said("fracture", descriptors: ["healed", "patchy"])],
                for: [Said("fracture", descriptors: ["patchy", "acute"])]),
            "acute", "healed"
        ),
    ]

    @Test("Lengths and qualifiers that differ are quoted and named as written", arguments: values)
    func named(example: Case, reference: String, candidate: String) throws {
        let error = try #require(score(example.candidate, against: example.reference).factuality.errors.first)
        #expect(error.explanation == "\(reference) in the reference, \(candidate) in the candidate")
        #expect(error.reference?.text == reference && error.candidate?.text == candidate)
    }

    @Test("The reason is a clause that a radiologist would write", arguments: reasons)
    func explanation(example: Case, reason: String) {
        #expect(score(example.candidate, against: example.reference).factuality.errors.map(\.explanation) == [reason])
    }
}
