import HilumMetrics
import Testing

@Suite struct GraphConsistencyTests {
    /// Small left effusion at the base, and a tube.
    private let six = EntityGraph(
        entities: [
            "small": "size", "left": "concept", "effusion": "disorder_present", "base": "anatomy", "tube": "devices_present",
            "trachea": "anatomy",
        ],
        relations: [
            .init(source: "small", target: "effusion", type: "modify"),
            .init(source: "left", target: "base", type: "modify"),
            .init(source: "effusion", target: "base", type: "located_at"),
            .init(source: "tube", target: "trachea", type: "located_at"),
        ])

    @Test("A flipped negation of one of six entities costs a seventh of the reward")
    func flippedNegation() {
        var flipped = six
        flipped.entities["effusion"] = "disorder_notpresent"
        let consistency = GraphConsistency(candidate: flipped, reference: six)
        // 5 of 7 elements are shared, and all relations: ½·(5/7 + 1) = 1 − 1/7.
        #expect(abs(consistency.entityIoU - 5.0 / 7) < 1e-12)
        #expect(consistency.relationIoU == 1)
        #expect(abs(consistency.reward() - (1 - 1.0 / 7)) < 1e-12)
        // 2·5/12, and all relations.
        #expect(abs(consistency.reward(.chexpoF1) - (5.0 / 6 + 1) / 2) < 1e-12)
    }

    @Test("What is said too much is no element of the reference")
    func extraWords() {
        var longer = six
        longer.entities["hazy"] = "concept"
        longer.entities["opacity"] = "disorder_present"
        longer.relations.insert(.init(source: "hazy", target: "opacity", type: "modify"))
        let consistency = GraphConsistency(candidate: longer, reference: six)
        #expect(abs(consistency.entityIoU - 6.0 / 8) < 1e-12)
        #expect(abs(consistency.relationIoU - 4.0 / 5) < 1e-12)
        #expect(abs(consistency.entityF1 - 12.0 / 14) < 1e-12)
        #expect(abs(consistency.relationF1 - 8.0 / 9) < 1e-12)
        #expect(abs(consistency.reward() - (0.75 + 0.8) / 2) < 1e-12)
    }

    @Test("A relation in the other direction, or of another type, is another relation")
    func relationsHaveDirectionAndType() {
        func graph(_ source: String, _ target: String, _ type: String) -> EntityGraph {
            EntityGraph(
                entities: ["opacity": "disorder_present", "pneumonia": "disorder_present"],
                relations: [.init(source: source, target: target, type: type)])
        }
        let reference = graph("opacity", "pneumonia", "suggestive_of")
        for other in [graph("pneumonia", "opacity", "suggestive_of"), graph("opacity", "pneumonia", "modify")] {
            let consistency = GraphConsistency(candidate: other, reference: reference)
            #expect(consistency.entityIoU == 1)
            #expect(consistency.relationIoU == 0)
            #expect(consistency.relationF1 == 0)
        }
    }

    @Test("Where nothing is said, IoU is 1 of two and 0 of one, and F1 is 0")
    func emptyGraphs() {
        let both = GraphConsistency(candidate: EntityGraph(), reference: EntityGraph())
        #expect(both.reward() == 1)
        #expect(both.reward(.chexpoF1) == 0)
        for one in [
            GraphConsistency(candidate: six, reference: EntityGraph()),
            GraphConsistency(candidate: EntityGraph(), reference: six),
        ] {
            #expect(one.reward() == 0)
            #expect(one.reward(.chexpoF1) == 0)
        }
    }

    @Test(
        "A graph agrees wholly with itself, and the order of the two does not matter", arguments: GraphConsistency.Mode.allCases)
    func laws(mode: GraphConsistency.Mode) {
        var other = six
        other.entities["small"] = nil
        other.entities["base"] = "concept"
        other.relations.remove(.init(source: "small", target: "effusion", type: "modify"))
        #expect(GraphConsistency(candidate: six, reference: six).reward(mode) == 1)
        let reward = GraphConsistency(candidate: other, reference: six).reward(mode)
        #expect(reward == GraphConsistency(candidate: six, reference: other).reward(mode))
        #expect(reward > 0 && reward < 1)
    }
}
