import HilumMetrics
import Testing

/// `tokens|label|relation target,…`, the target by its tokens.
private func annotation(_ lines: String...) throws -> RadGraphAnnotation {
    let parts = lines.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    let entities = try parts.map { part in
        let relations = try (part.count > 2 ? part[2].split(separator: ",") : []).map { text in
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            let target = try #require(parts.firstIndex { $0[0].lowercased() == words[1].lowercased() })
            return RadGraphAnnotation.Relation(type: words[0], target: target)
        }
        return RadGraphAnnotation.Entity(tokens: part[0], label: RadGraphLabel(part[1]), relations: relations)
    }
    return RadGraphAnnotation(entities: entities)
}

/// By hand, and checked with `compute_reward` of RadEval 2.2.1, which is radgraph's own.
@Suite struct RadGraphF1Tests {
    private let reference = Result {
        try annotation(
            "small|OBS-DP|modify effusion", "effusion|OBS-DP|located_at pleural", "pleural|ANAT-DP", "pneumothorax|OBS-DA")
    }

    @Test("The three levels differ by what they know of relations")
    func levels() throws {
        // Without the place, so that the effusion has no relation.
        let candidate = try annotation("small|OBS-DP|modify effusion", "effusion|OBS-DP", "pneumothorax|OBS-DP")
        let f1 = RadGraphF1(candidate: candidate, reference: try reference.get())
        // (small), (effusion) of 3 and 4.
        #expect(abs(f1.simple - 4.0 / 7) < 1e-12)
        // (small, related) of 3 and 4.
        #expect(abs(f1.partial - 2.0 / 7) < 1e-12)
        // (small, modify, effusion) of 3 and 4.
        #expect(abs(f1.complete - 2.0 / 7) < 1e-12)
    }

    @Test("What points elsewhere is related, and no complete match")
    func otherTarget() throws {
        let candidate = try annotation(
            "small|OBS-DP|modify pleural", "effusion|OBS-DP|located_at pleural", "pleural|ANAT-DP", "pneumothorax|OBS-DA")
        let f1 = RadGraphF1(candidate: candidate, reference: try reference.get())
        #expect(f1.simple == 1)
        #expect(f1.partial == 1)
        #expect(abs(f1.complete - 0.75) < 1e-12)
    }

    @Test("An entity with two relations is two elements of the complete level, one of the others")
    func twoRelations() throws {
        let candidate = try annotation(
            "effusion|OBS-DP|located_at pleural,located_at base", "pleural|ANAT-DP", "base|ANAT-DP")
        let reference = try annotation("effusion|OBS-DP|located_at pleural", "pleural|ANAT-DP", "base|ANAT-DP")
        let f1 = RadGraphF1(candidate: candidate, reference: reference)
        #expect(f1.simple == 1)
        #expect(f1.partial == 1)
        // 3 shared of 4 and 3.
        #expect(abs(f1.complete - 6.0 / 7) < 1e-12)
    }

    @Test("Repeated entities count once, and letter case and spelling of labels do not matter")
    func sets() throws {
        let candidate = try annotation(
            "Small|Observation::definitely present|modify effusion", "EFFUSION|obs-dp|LOCATED_AT pleural",
            "small|OBS-DP|modify effusion", "Pleural|Anatomy::definitely present", "pneumothorax|Observation::definitely absent")
        let f1 = RadGraphF1(candidate: candidate, reference: try reference.get())
        #expect(f1 == RadGraphF1(simple: 1, partial: 1, complete: 1))
    }

    @Test("Nothing in common is 0, an empty side too, and of two empty sides the caller decides")
    func nothing() throws {
        let zero = RadGraphF1(simple: 0, partial: 0, complete: 0)
        let (empty, reference) = (RadGraphAnnotation(), try reference.get())
        #expect(RadGraphF1(candidate: try annotation("edema|OBS-U"), reference: reference) == zero)
        #expect(RadGraphF1(candidate: empty, reference: reference, whenEmpty: 1) == zero)
        #expect(RadGraphF1(candidate: reference, reference: empty, whenEmpty: 1) == zero)
        #expect(RadGraphF1(candidate: empty, reference: empty) == zero)
        #expect(RadGraphF1(candidate: empty, reference: empty, whenEmpty: 1).complete == 1)
    }

    @Test("The order of the two does not matter, nor that of the entities")
    func symmetry() throws {
        let candidate = try annotation("effusion|OBS-U", "small|OBS-DP|modify effusion")
        let turned = try annotation("small|OBS-DP|modify effusion", "effusion|OBS-U")
        let reference = try reference.get()
        let f1 = RadGraphF1(candidate: candidate, reference: reference)
        #expect(f1 == RadGraphF1(candidate: reference, reference: candidate))
        #expect(f1 == RadGraphF1(candidate: turned, reference: reference))
        #expect(f1.simple > 0 && f1.simple < 1)
    }
}

@Suite struct RadGraphLabelTests {
    @Test(
        "Both spellings of a label are one",
        arguments: [
            ("OBS-DP", "Observation::definitely present"), ("OBS-DA", "Observation::definitely absent"),
            ("OBS-U", "Observation::uncertain"), ("ANAT-DP", "Anatomy::definitely present"),
            ("anat-da", "Anatomy::definitely absent"), ("ANAT-U", "anatomy::Uncertain"),
        ])
    func spellings(short: String, long: String) {
        #expect(RadGraphLabel(short) == RadGraphLabel(long))
        #expect(RadGraphLabel(short).name.lowercased() == long.lowercased())
    }

    @Test("A label of neither spelling stays what it is")
    func others() {
        let label = RadGraphLabel("Observation::measurement::definitely present")
        #expect(label.name == "Observation::measurement::definitely present")
        #expect(label != RadGraphLabel("OBS-DP"))
        #expect(label == RadGraphLabel("observation::MEASUREMENT::definitely present"))
    }
}
