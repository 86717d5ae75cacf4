import Testing

@testable import Hilum

@Suite("Reports as CheXPO-v2 has them")
struct EntityGraphTests {
    private static let hilum = Result { try Hilum() }

    private func graph(_ text: String) throws -> EntityGraph {
        EntityGraph(of: try Self.hilum.get().extract(text))
    }

    @Test(
        "Entities are the words, with one of eight types",
        arguments: [
            (
                "Small left pleural Effusion,\n4 mm nodule in the right  upper lobe.",
                [
                    "small": "size", "left": "concept", "pleural effusion": "disorder_present", "4 mm": "size",
                    "nodule": "disorder_present", "right": "concept", "upper lobe": "anatomy",
                ]
            ),
            ("No pneumothorax.", ["pneumothorax": "disorder_notpresent"]),
            (
                "Patchy opacity, likely pneumonia.",
                ["patchy": "concept", "opacity": "disorder_present", "pneumonia": "disorder_present"]
            ),
            ("The heart is enlarged.", ["heart": "anatomy", "enlarged": "disorder_present"]),
            ("The heart is not enlarged.", ["heart": "anatomy", "enlarged": "disorder_notpresent"]),
            ("The lungs are clear.", ["lungs": "anatomy", "clear": "concept"]),
            (
                "Endotracheal tube in satisfactory position.",
                ["endotracheal tube": "devices_present", "satisfactory position": "concept"]
            ),
            ("No chest tube is seen.", ["chest tube": "devices_notpresent"]),
            ("", [:]),
        ] as [(String, [String: String])])
    func entities(text: String, expected: [String: String]) throws {
        #expect(try graph(text).entities == expected)
    }

    @Test(
        "Relations join the words of a finding",
        arguments: [
            (
                "Small patchy opacity in the right upper lobe, suggestive of pneumonia.",
                [
                    "opacity located_at upper lobe", "right modify upper lobe", "small modify opacity", "patchy modify opacity",
                    "opacity suggestive_of pneumonia", "pneumonia located_at upper lobe",
                ]
            ),
            ("Left pleural effusion has increased.", ["left modify pleural effusion", "has increased modify pleural effusion"]),
            ("The lungs are clear.", ["clear modify lungs"]),
            ("The heart is enlarged.", ["enlarged located_at heart"]),
            ("Bibasilar atelectasis.", ["atelectasis located_at bibasilar"]),
            ("No pneumothorax.", []),
        ])
    func relations(text: String, expected: [String]) throws {
        let relations = try graph(text).relations.map { "\($0.source) \($0.type) \($0.target)" }
        #expect(Set(relations) == Set(expected))
    }

    @Test("It is blind to a synonym, and a flipped negation costs it little")
    func upstreamFlaws() throws {
        let words = GraphConsistency(candidate: try graph("Cardiomegaly."), reference: try graph("The heart is enlarged."))
        #expect(words.reward() == 0)
        let reference = "Small left pleural effusion at the lung base with patchy opacity."
        let denied = "No small left pleural effusion at the lung base with patchy opacity."
        let flipped = GraphConsistency(candidate: try graph(denied), reference: try graph(reference))
        #expect(flipped.entityIoU < 1)
        #expect(flipped.relationIoU == 1)
        #expect(try graph(reference).entities.keys.sorted() == graph(denied).entities.keys.sorted())
    }
}
