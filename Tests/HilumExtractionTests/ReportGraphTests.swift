import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@Suite struct ReportGraphTests {
    @Test(
        "Statements become observations with their attributes",
        arguments: [
            ("Small left pleural effusion, increased.", ["present small left pleural effusion increased"]),
            ("The effusion on the right is small and unchanged.", ["present small right pleural effusion unchanged"]),
            (
                "Heart size and mediastinal contours are normal.",
                ["absent cardiomegaly at heart", "absent mediastinal abnormality at mediastinum"]
            ),
            ("The heart, although hard to judge, is mildly enlarged.", ["present mild cardiomegaly at heart"]),
            ("A 2.5 x 3 cm nodule in the right upper lobe.", ["present right lung nodule at right upper lobe 2.5 cm x 3.0 cm"]),
            (
                "Moderate left and small right effusions.",
                ["present moderate left pleural effusion", "present small right pleural effusion"]
            ),
            (
                "Atelectasis and effusion at the left base.",
                ["present left atelectasis at left lung base", "present left pleural effusion at left lung base"]
            ),
            (
                "Opacity in the left base, likely atelectasis.",
                [
                    "present left lung opacity at left lung base", "uncertain left atelectasis at left lung base",
                    "lung opacity suggests atelectasis",
                ]
            ),
            ("No larger effusions.", ["absent pleural effusion"]),
            ("No change in the effusion.", ["present pleural effusion unchanged"]),
            ("The pneumothorax has resolved.", ["absent pneumothorax resolved"]),
            ("Tortuous and calcified aorta.", ["present tortuous aorta at aorta", "present aortic calcification at aorta"]),
            ("Normal.", ["absent abnormality"]),
            ("Pneumothorax: No. Effusion: Yes.", ["absent pneumothorax", "present pleural effusion"]),
            ("No pneumothorax, right effusion unchanged.", ["absent pneumothorax", "present right pleural effusion unchanged"]),
            (
                "No pneumothorax or effusion, stable cardiomegaly.",
                ["absent pneumothorax", "absent pleural effusion", "present cardiomegaly unchanged"]
            ),
            (
                "No effusion, small pneumothorax, or edema.",
                ["absent pleural effusion", "absent small pneumothorax", "absent pulmonary edema"]
            ),
            (
                "Opacity on the left and small right effusion.",
                ["present left lung opacity", "present small right pleural effusion"]
            ),
            ("\u{FEFF}No effusion.", ["absent pleural effusion"]),
            ("\u{25CF}No effusion.", ["absent pleural effusion"]),
        ])
    func observations(text: String, expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test("Relations of a graph: where, what modifies, what suggests")
    func triples() throws {
        let graph = try extractor.get().graph(of: "Patchy opacity in the right lung base suggestive of pneumonia.")
        let triples = graph.triples
        #expect(triples.contains(Triple(source: "lung opacity", relation: .locatedAt, target: "right lung base")))
        #expect(triples.contains(Triple(source: "patchy", relation: .modify, target: "lung opacity")))
        #expect(triples.contains(Triple(source: "lung opacity", relation: .suggestiveOf, target: "pneumonia")))
    }

    @Test("A change that names no finding is a comparison of the whole")
    func comparisons() throws {
        let graph = try extractor.get().graph(of: "No significant change since the prior examination.")
        #expect(graph.observations.isEmpty)
        #expect(graph.comparisons.map(\.value) == [.unchanged])
    }

    @Test(
        "Every span slices back to whole words of the text, whatever the bytes",
        arguments: [
            "Œdème, é\u{2013}effusion \u{2022} No pneumothorax \u{1F600}.", "XXXX effusion ___ [**2101**] edema",
            "HEART: NORMAL.\r\nLUNGS: NO EFFUSION.\r\n", "Small\u{00A0}left\u{00A0}effusion",
            "\u{FEFF}No effusion", "No effusion" + String(repeating: " and edema", count: 2000),
        ])
    func spans(text: String) throws {
        let graph = try extractor.get().graph(of: text)
        let bytes = Array(text.utf8)
        var spans = graph.observations.map(\.span) + graph.unasserted.map(\.span) + graph.comparisons.map(\.span)
        spans += graph.observations.flatMap { $0.sites.map(\.span) + $0.descriptors.map(\.span) }
        spans += graph.observations.compactMap { $0.cue }
        #expect(!graph.observations.isEmpty)
        for span in spans {
            #expect(span.start < span.end && span.end <= bytes.count)
            #expect(String(validating: bytes[span.start..<span.end], as: UTF8.self) != nil)
        }
    }

    @Test("The sentences that assert something are recorded, with the words that say how they stand to one another")
    func sentences() throws {
        let text = """
            HISTORY: Other pain.
            FINDINGS: The lungs are otherwise clear, as Dr. Smith
            says. ___ opacity projecting over the upper lobe
            IMPRESSION:
            1. Normal.
            """
        let graph = try extractor.get().graph(of: text)
        #expect(
            graph.sentences.map(graph.words(at:)) == [
                "The lungs are otherwise clear, as Dr. Smith\nsays", "___ opacity projecting over the upper lobe", "Normal",
            ])
        #expect(graph.discourse.map { graph.words(at: $0.span) } == ["otherwise", "___", "projecting over", "over", "upper"])
        #expect(graph.discourse.map(\.value) == [.others, nil, .landmark, .landmark, .others])
        #expect(graph.observations.map(\.isOfState) == [true, false, true])
    }

    @Test("Bytes that are no UTF-8 are read without harm")
    func invalidBytes() throws {
        let bytes: [UInt8] = Array("No effusion. ".utf8) + [0xFF, 0xC2, 0xE2, 0x80] + Array(" Edema.".utf8) + [0xE2]
        let graph = try extractor.get().graph(of: Report(text: bytes))
        #expect(graph.observations.map(\.status) == [.absent, .present])
    }

    @Test("A text without a full stop is read in time linear in its length")
    func longText() throws {
        let extractor = try extractor.get()
        func time(_ count: Int) -> Duration {
            let text = String(repeating: "left opacity and stable small effusion in ", count: count)
            return threadTime { _ = extractor.graph(of: text) }
        }
        _ = time(500)
        let (short, long) = (time(1_000), time(8_000))
        #expect(long < short * 40)
        let suggestions = String(repeating: "Opacity, likely pneumonia. ", count: 4_000)
        let graph = extractor.graph(of: suggestions)
        #expect(graph.suggestions.count == 4_000)
        #expect(threadTime { _ = graph.triples } < .seconds(2))
    }
}
