import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumScoring

private let plausibility = Plausibility(knowledge: knowledge)

/// A report's conflicts with itself, in short.
private func found(_ said: [Said]) -> [String] {
    plausibility.implausibilities(in: .saying(said)).map { "\($0.kind.rawValue): \($0.explanation)" }
}

private func consistency(_ said: [Said]) -> Double {
    let graph = ReportGraph.saying(said)
    return SelfConsistency.share(of: graph, conflicts: plausibility.conflicts(in: graph), knowledge: knowledge)
}

@Suite("What cannot be so in a report")
struct PlausibilityTests {
    @Test(
        "Opposite statements are found, and lower consistency by their share",
        arguments: [
            ([Said("effusion"), Said("effusion", .absent)], "pleural effusion is reported and denied as well", 0.0),
            (
                [Said("effusion"), Said("effusion", .absent), Said("pneumothorax", .absent), Said("edema")],
                "pleural effusion is reported and denied as well", 0.5
            ),
            ([Said("consolidation"), Said("opacity", .absent)], "consolidation is reported, although opacity is denied", 0),
            (
                [Said("pneumothorax"), Said("abnormality", .absent)], "pneumothorax is reported, although abnormality is denied",
                0
            ),
            ([Said("nodule", side: .left), Said("nodule", .absent)], "nodule (left) is reported and denied as well", 0),
        ])
    func opposites(said: [Said], explanation: String, expected: Double) {
        #expect(found(said) == ["opposite_statements: \(explanation)"])
        #expect(consistency(said) == expected)
    }

    @Test(
        "Statements that may both be true are no conflict",
        arguments: [
            [],
            [Said("effusion", size: .small), Said("effusion", .absent, size: .large)],
            [Said("effusion", side: .left), Said("effusion", .absent, side: .right)],
            [Said("opacity"), Said("consolidation", .absent)],
            [Said("nodule", side: .left, site: "upper-lobe"), Said("nodule", .absent, side: .left, site: "lower-lobe")],
            [Said("fracture", descriptors: ["healed"]), Said("fracture", .absent, descriptors: ["acute"])],
            [Said("fracture", descriptors: ["healed"]), Said("fracture", .absent)],
            [Said("scoliosis"), Said("abnormality", .absent)],
            [Said("atelectasis"), Said("opacity", .absent)],
            [Said("effusion"), Said("effusion", .absent, change: .resolved)],
            [Said("nodule", change: .unchanged), Said("abnormality", .absent)],
            [Said("opacity", severity: .minimal), Said("lung-abnormality", .absent)],
            [Said("consolidation", .uncertain), Said("opacity", .absent)],
            [Said("opacity", suggests: "finding.atelectasis"), Said("atelectasis"), Said("lung-abnormality", .absent)],
        ])
    func compatible(said: [Said]) {
        #expect(found(said) == [])
        #expect(consistency(said) == 1)
    }

    @Test(
        "A finding does not lie where anatomy has no room for it, nor on a side that a site does not have",
        arguments: [
            ([Said("pneumothorax", site: "spine")], "pneumothorax does not lie in the spine"),
            ([Said("cardiomegaly", side: .right, site: "lower-lobe")], "cardiomegaly does not lie in the lower lobe"),
            ([Said("opacity", side: .right, site: "lingula")], "opacity: there is no right lingula"),
        ])
    func places(said: [Said], explanation: String) {
        #expect(found(said) == ["impossible_place: \(explanation)"])
        #expect(consistency(said) == 0)
    }

    @Test(
        "A finding may lie in a part or the whole of its site, and beside it a word may say more closely where",
        arguments: [
            [Said("opacity", site: "lung-base")], [Said("opacity", site: "chest")], [Said("fracture", site: "lung-base")],
            [Said("opacity", sites: ["upper-lobe", "spine"])], [Said("opacity", side: .left, site: "lingula")],
        ])
    func possiblePlaces(said: [Said]) {
        #expect(found(said) == [])
    }

    // MARK: Sides

    /// A report of statements with the section of each.
    private func report(_ said: [(Said, Section)]) -> ReportGraph {
        var graph = ReportGraph.saying(said.map(\.0))
        for (index, statement) in said.enumerated() { graph.observations[index].section = statement.1 }
        return graph
    }

    @Test("A finding that is left in the findings and right in the impression has changed its side, in whatever order")
    func changedSide() {
        let said = [
            (Said("effusion", side: .left), Section.findings), (Said("pneumothorax", .absent), .findings),
            (Said("effusion", side: .right), .impression), (Said("cardiomegaly"), .impression),
        ]
        for seed in 0..<10 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let found = plausibility.implausibilities(in: report(said.shuffled(using: &generator)))
            #expect(found.map(\.kind) == [.changedSide])
            #expect(found.map(\.explanation) == ["pleural effusion is left in the findings, right in the impression"])
        }
    }

    @Test("Consolidation of a lobe that is pneumonia of the other side's lobe has changed its side")
    func changedSideOfKin() {
        let said = [
            (Said("opacity", side: .left, site: "lower-lobe"), Section.findings),
            (Said("consolidation", side: .right, site: "lower-lobe"), .impression),
        ]
        #expect(
            plausibility.implausibilities(in: report(said)).map(\.explanation)
                == ["opacity is left in the findings, consolidation right in the impression"])
    }

    @Test(
        "Where something suggests two findings no side has changed",
        arguments: [
            // Of one section.
            [(Said("effusion", side: .left), Section.findings), (Said("effusion", side: .right), .findings)],
            // Both sides are named.
            [
                (Said("effusion", side: .left), .findings), (Said("effusion", side: .right), .findings),
                (Said("effusion", side: .right), .impression),
            ],
            [
                (Said("effusion", side: .left), .findings), (Said("effusion", side: .right), .impression),
                (Said("effusion", side: .bilateral), .impression),
            ],
            // Of different kinds, in different places.
            [
                (Said("opacity", side: .left, site: "upper-lobe"), .findings),
                (Said("consolidation", side: .right, site: "lower-lobe"), .impression),
            ],
            [(Said("effusion", side: .left), .findings), (Said("pneumothorax", side: .right), .impression)],
            [(Said("effusion", side: .left), .findings), (Said("effusion"), .impression)],
        ])
    func twoFindings(said: [(Said, Section)]) {
        #expect(plausibility.implausibilities(in: report(said)) == [])
    }

    // MARK: Laws

    @Test("One more contradiction never raises consistency, and neither the order nor repeats make a difference")
    func laws() {
        var tried = 0
        for seed in 0..<400 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let report = [Said].random(using: &generator)
            let before = consistency(report)
            #expect(consistency(report.shuffled(using: &generator)) == before)
            #expect(consistency(report + report) == before)
            #expect(Set(found(report.shuffled(using: &generator))) == Set(found(report)))
            let deniable = report.filter { $0.status == .present && $0.size != .tiny && !$0.descriptors.contains("healed") }
            guard let denied = deniable.randomElement(using: &generator) else { continue }
            var worse = report
            worse.insert(Said(denied.concept, .absent), at: Int.random(in: 0...report.count, using: &generator))
            tried += 1
            #expect(consistency(worse) <= before, "\(worse)")
        }
        #expect(tried > 200)
    }

    @Test("A text of very many statements is checked in little time")
    func many() {
        let said = (0..<4_000).flatMap { _ in [Said("effusion"), Said("effusion", .absent)] }
        #expect(found(said).count == 1)
    }
}
