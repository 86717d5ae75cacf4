import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumScoring

@Suite("Places of devices, levels and counts in a pair")
struct PlacementTests {
    private static let ontology: Ontology = {
        do {
            return try Ontology(rows: [
                "concepts/findings.tsv": ["finding.fracture|fracture||actionable|anatomy.rib|||-|-"],
                "concepts/devices.tsv": ["device.picc|picc||minor|-|||-|-"],
                "concepts/anatomy.tsv": [
                    "anatomy.chest|chest|||||thorax", "anatomy.vein|vein||anatomy.chest|||",
                    "anatomy.atrium|atrium||anatomy.chest|||",
                    "anatomy.azygos|azygos||anatomy.chest|||", "anatomy.rib|rib||anatomy.chest|paired|||ribs",
                    "anatomy.rib-4|fourth rib|anatomy.rib||paired|||ribs", "anatomy.rib-5|fifth rib|anatomy.rib||paired|||ribs",
                ],
                "concepts/levels.tsv": ["anatomy.rib-4|anatomy.rib|4|4", "anatomy.rib-5|anatomy.rib|5|5"],
            ])
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private func graph(_ concept: String, _ change: (inout Observation) throws -> Void) throws -> ReportGraph {
        let id = try #require(Self.ontology.concept(concept)).id
        var observation = Observation(concept: id, status: .present, span: TextSpan(0, 4))
        try change(&observation)
        return ReportGraph(ontology: Self.ontology, text: Array("words of a report".utf8), observations: [observation])
    }

    private func device(at site: String?, _ placement: Placement?) throws -> ReportGraph {
        try graph("device.picc") { observation in
            if let site {
                let site = Site(concept: try #require(Self.ontology.concept("anatomy.\(site)")).id, span: TextSpan(6, 8))
                observation.sites = [site]
                observation.tip = DevicePosition(sites: [site], span: TextSpan(0, 4))
            }
            observation.placement = placement.map { Stated($0, span: TextSpan(6, 8)) }
            if placement == .malpositioned { observation.placementSignificance = .actionable }
        }
    }

    private func errors(candidate: ReportGraph, reference: ReportGraph) -> [FactualityError] {
        Scorer(ontology: Self.ontology).score(candidate: candidate, reference: reference).factuality.errors
    }

    @Test(
        "A device that ends elsewhere is a wrong location, significant where one of the two is malpositioned",
        arguments: [
            ("vein", Placement.satisfactory, "vein", Placement.satisfactory, Bool?.none),
            ("vein", .satisfactory, "azygos", .satisfactory, false),
            ("vein", .satisfactory, "atrium", .malpositioned, true),
            ("atrium", .malpositioned, "azygos", .malpositioned, true),
            ("vein", .satisfactory, nil, .satisfactory, nil),
            ("vein", .satisfactory, nil, nil, nil),
            ("atrium", .malpositioned, nil, nil, true),
            (nil, nil, "atrium", .malpositioned, true),
        ] as [(String?, Placement?, String?, Placement?, Bool?)])
    func places(
        _ expected: String?, _ expectedPlacement: Placement?, _ found: String?, _ foundPlacement: Placement?,
        _ isSignificant: Bool?
    ) throws {
        let errors = errors(
            candidate: try device(at: found, foundPlacement), reference: try device(at: expected, expectedPlacement))
        #expect(errors.map(\.category) == (isSignificant == nil ? [] : [.incorrectLocation]))
        #expect(errors.first?.isSignificant == isSignificant)
    }

    @Test("The explanation names the place and what to think of it")
    func explanation() throws {
        let errors = errors(candidate: try device(at: "atrium", .malpositioned), reference: try device(at: "vein", .satisfactory))
        #expect(
            errors.map(\.explanation)
                == ["tip at the vein (satisfactory) in the reference, tip at the atrium (malpositioned) in the candidate"])
    }

    @Test("Leaving out a malpositioned device matters, leaving out another does not")
    func omission() throws {
        let nothing = ReportGraph(ontology: Self.ontology, text: Array("nothing".utf8))
        #expect(errors(candidate: nothing, reference: try device(at: "atrium", .malpositioned)).map(\.isSignificant) == [true])
        #expect(errors(candidate: nothing, reference: try device(at: "vein", .satisfactory)).map(\.isSignificant) == [false])
    }

    @Test("Another level is an insignificant wrong location, another count an insignificant wrong severity")
    func levelsAndCounts() throws {
        func fracture(_ site: String, _ count: FindingCount?) throws -> ReportGraph {
            try graph("finding.fracture") { observation in
                let site = try #require(Self.ontology.concept("anatomy.\(site)"))
                observation.sites = [Site(concept: site.id, span: TextSpan(6, 8))]
                observation.count = count.map { Stated($0, span: TextSpan(9, 10)) }
            }
        }
        let level = errors(candidate: try fracture("rib-5", nil), reference: try fracture("rib-4", nil))
        #expect(level.map(\.category) == [.incorrectLocation] && level.map(\.isSignificant) == [false])
        #expect(errors(candidate: try fracture("rib", nil), reference: try fracture("rib-4", nil)).isEmpty)
        let count = errors(candidate: try fracture("rib-4", .exactly(2)), reference: try fracture("rib-4", .exactly(3)))
        #expect(count.map(\.category) == [.incorrectSeverity] && count.map(\.isSignificant) == [false])
        #expect(errors(candidate: try fracture("rib-4", .exactly(2)), reference: try fracture("rib-4", .many)).isEmpty)
        #expect(errors(candidate: try fracture("rib-4", .many), reference: try fracture("rib-4", .exactly(1))).count == 1)
        #expect(errors(candidate: try fracture("rib-4", nil), reference: try fracture("rib-4", .exactly(1))).isEmpty)
    }

    @Test("The earlier of two lengths is not compared")
    func prior() throws {
        func fracture(_ lengths: [(Double, Bool)]) throws -> ReportGraph {
            try graph("finding.fracture") {
                $0.measurements = lengths.map {
                    Measurement(value: $0.0, unit: "mm", millimetres: $0.0, isPrior: $0.1, span: TextSpan(0, 4))
                }
            }
        }
        #expect(errors(candidate: try fracture([(9, false)]), reference: try fracture([(9, false), (30, true)])).isEmpty)
        #expect(errors(candidate: try fracture([(30, false)]), reference: try fracture([(9, false), (30, true)])).count == 1)
    }
}
