import HilumExtraction
import HilumOntology
import Testing

@Suite("Where devices end")
struct DevicePositionTests {
    /// The devices of a text as one line each.
    private func lines(of text: String) throws -> [String] {
        let graph = try extractor.get().graph(of: text)
        return graph.observations.filter { graph.concept($0.concept).kind == .device }.map { observation in
            func words(_ position: DevicePosition?, _ part: String) -> String? {
                position.map { position in
                    let distance = position.distance.map { "\($0.value) \($0.unit) " } ?? ""
                    let sites = position.sites.map(graph.name(of:)).joined(separator: " and ")
                    let place = sites.isEmpty ? "" : " \(distance)\(position.relation.rawValue) \(sites)"
                    return part + place + (position.isVisible ? "" : " unseen")
                }
            }
            let parts: [String?] = [
                observation.status == .present ? nil : observation.status.rawValue, observation.laterality?.value.rawValue,
                graph.concept(observation.concept).name, words(observation.tip, "tip"), words(observation.sidePort, "side port"),
                observation.placement.map { observation.isPlacementStated ? "stated \($0.value)" : "\($0.value)" },
            ]
            return parts.compactMap(\.self).joined(separator: ", ")
        }
    }

    @Test(
        "A tip has its site, its distance and a placement, and leaves the device its side",
        arguments: [
            (
                "Left PICC with tip in the right atrium.",
                ["left, peripherally inserted central catheter, tip at right atrium, malpositioned"]
            ),
            ("ET tube tip 4 cm above the carina.", ["endotracheal tube, tip 4.0 cm above carina, satisfactory"]),
            ("The ETT is 1 cm from the carina.", ["endotracheal tube, tip 1.0 cm above carina, malpositioned"]),
            ("ETT terminates in the right mainstem bronchus.", ["endotracheal tube, tip at right main bronchus, malpositioned"]),
            ("Enteric tube in the stomach.", ["enteric tube, tip at stomach, satisfactory"]),
            (
                "Enteric tube tip in the stomach, side port at the GE junction.",
                ["enteric tube, tip at stomach, side port at gastroesophageal junction, malpositioned"]
            ),
            (
                "Leads in the right ventricle and right atrium.",
                ["pacing lead, tip at right ventricle and right atrium, satisfactory"]
            ),
            ("Chest tube with its tip at the left lung base.", ["left, chest tube, tip at left lung base, satisfactory"]),
            ("Dialysis catheter with tips in the right atrium.", ["dialysis catheter, tip at right atrium, satisfactory"]),
        ])
    func tips(_ text: String, _ expected: [String]) throws {
        #expect(try lines(of: text) == expected)
    }

    @Test(
        "The report's own words on a placement win over the place",
        arguments: [
            ("PICC tip in the right atrium, in satisfactory position.", "stated satisfactory"),
            ("Malpositioned PICC with tip in the SVC.", "stated malpositioned"),
            ("Endotracheal and nasogastric tubes are in satisfactory position.", "stated satisfactory"),
            ("Satisfactory position of the endotracheal tube.", "stated satisfactory"),
            ("Endotracheal tube tip 3 cm above the carina should be advanced.", "malpositioned"),
            ("Recommend 2 cm retraction of the PICC.", "malpositioned"),
            ("The tube is coiled in the oropharynx.", "malpositioned"),
            ("The nasogastric tube is coiled in the stomach.", "satisfactory"),
        ])
    func placements(_ text: String, _ expected: String) throws {
        let lines = try lines(of: text)
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasSuffix(", \(expected)") }, "\(lines)")
    }

    @Test(
        "What is no tip makes none",
        arguments: [
            ("Right internal jugular central venous catheter.", ["right, internal jugular catheter"]),
            ("Central line via the left subclavian vein.", ["left, central venous catheter"]),
            ("The endotracheal tube has been withdrawn.", ["endotracheal tube"]),
            ("Left chest wall port.", ["left, port catheter"]),
            ("No endotracheal tube in the trachea.", ["absent, endotracheal tube"]),
        ])
    func others(_ text: String, _ expected: [String]) throws {
        #expect(try lines(of: text) == expected)
    }

    @Test(
        "After the first site of a tip only \"of\" and coordination lead to another",
        arguments: [
            (
                "Enteric tube tip in the antrum of the stomach.",
                ["enteric tube, tip at gastric antrum, satisfactory"]
            ),
            (
                "PICC tip in the axillary part of the left subclavian vein.",
                ["peripherally inserted central catheter, tip at axilla and left subclavian vein, malpositioned"]
            ),
            (
                "PICC tip in the SVC within the right atrium.",
                ["peripherally inserted central catheter, tip at superior vena cava, satisfactory"]
            ),
            ("ETT tip in the trachea at the aortic arch.", ["endotracheal tube, tip at trachea, satisfactory"]),
            (
                "Enteric tube tip in the stomach near the diaphragm.",
                ["enteric tube, tip at stomach, satisfactory"]
            ),
        ])
    func furtherSites(_ text: String, _ expected: [String]) throws {
        #expect(try lines(of: text) == expected)
    }

    @Test("A tip that is not on the film denies no device")
    func unseen() throws {
        #expect(try lines(of: "The tip of the feeding tube is not seen.") == ["feeding tube, tip unseen"])
        #expect(
            try lines(of: "Feeding tube courses below the diaphragm, its tip out of view.")
                == ["feeding tube, tip at subdiaphragmatic region unseen, satisfactory"])
    }

    @Test("A sentence may go on with the device of the one before, and a place found later changes the placement")
    func anaphora() throws {
        #expect(
            try lines(of: "Right PICC. The tip lies in the azygos vein.")
                == ["right, peripherally inserted central catheter, tip at azygos vein, malpositioned"])
        #expect(
            try lines(of: "NG tube in the stomach. The side port is above the diaphragm.")
                == ["nasogastric tube, tip at stomach, side port above diaphragm, malpositioned"])
        #expect(
            try lines(of: "Right PICC. It should be withdrawn 3 cm.")
                == ["right, peripherally inserted central catheter, malpositioned"])
        // A sentence of its own lies between.
        #expect(
            try lines(of: "Right PICC. Small effusion. The tip lies in the azygos vein.")
                == ["right, peripherally inserted central catheter"])
    }

    @Test("By how much a device should be moved is no measurement of it")
    func adjustment() throws {
        let graph = try extractor.get().graph(of: "ET tube tip 1 cm above the carina; it should be withdrawn by 3 cm.")
        #expect(graph.observations.map { $0.measurements.map(\.value) } == [[1]])
    }
}
