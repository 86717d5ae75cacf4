import HilumExtraction
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("Statements of a report")
struct StatementsTests {
    private func statements(_ said: [Said]) -> Statements {
        Statements(of: .saying(said), knowledge: knowledge)
    }

    private static let merged: [([Said], sides: Sides, level: Int?)] = [
        ([Said("effusion", side: .left), Said("effusion")], .left, nil),
        ([Said("effusion"), Said("effusion", side: .left, size: .small)], .left, 1),
        ([Said("effusion", size: .small), Said("effusion", side: .left)], .left, 1),
        ([Said("effusion", side: .bilateral), Said("effusion", side: .left, size: .large)], .bilateral, 3),
        ([Said("effusion", .uncertain), Said("effusion")], [], nil),
        (
            [Said("consolidation", side: .left, site: "lower-lobe"), Said("consolidation", side: .left, site: "lung-base")],
            .left, nil
        ),
    ]

    @Test("A finding that is stated twice is one statement with what both say", arguments: merged)
    func repeats(said: [Said], sides: Sides, level: Int?) throws {
        let positive = statements(said).positive
        try #require(positive.count == 1)
        #expect(positive[0].sides == sides)
        #expect(positive[0].degree?.level == level)
        #expect(positive[0].status == .present)
    }

    @Test(
        "Findings at different places are different statements",
        arguments: [
            [Said("effusion", side: .left), Said("effusion", side: .right)],
            [Said("nodule", side: .left, site: "upper-lobe"), Said("nodule", side: .left, site: "lower-lobe")],
            [Said("effusion"), Said("pneumothorax")],
        ])
    func apart(said: [Said]) {
        #expect(statements(said).positive.count == 2)
    }

    @Test("An unqualified absence takes in the qualified ones, in whatever order")
    func absences() {
        let said = [Said("effusion", .absent, size: .large), Said("effusion", .absent), Said("effusion", .absent, side: .left)]
        for order in [said, said.reversed()] {
            let absent = statements(order).absent
            #expect(absent.count == 1)
            #expect(absent.first?.isQualified == false)
        }
    }

    @Test("A site that the finding implies is no site")
    func implied() {
        #expect(statements([Said("effusion", site: "pleural-space")]).positive.first?.sites.isEmpty == true)
        #expect(statements([Said("effusion", site: "costophrenic-angle")]).positive.first?.sites.count == 1)
    }

    @Test("The lingula lies on the left")
    func naturalSide() {
        #expect(statements([Said("opacity", site: "lingula")]).positive.first?.sides == .left)
    }
}
