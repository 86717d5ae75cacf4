import Testing

@testable import Hilum

@Suite("Reports as RadGraph has them")
struct RadGraphReportTests {
    private static let hilum = Result { try Hilum() }

    private func report(_ text: String) throws -> RadGraphReport {
        RadGraphReport(of: try Self.hilum.get().extract(text))
    }

    /// `tokens start–end label`, below it `relation → tokens`.
    private func lines(_ text: String) throws -> [String] {
        let entities = try report(text).annotation.entities
        return entities.flatMap { entity in
            let range = entity.range.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "?"
            return ["\(entity.tokens) \(range) \(entity.label.name)"]
                + entity.relations.map { "  \($0.type) → \(entities[$0.target].tokens)" }
        }
    }

    @Test("Findings, sites and modifiers are entities, with what relates them")
    func entities() throws {
        #expect(
            try lines("Small left pleural effusion. Patchy opacity in the right lower-lobe, likely pneumonia.") == [
                "Small 0–0 Observation::definitely present",
                "  modify → pleural effusion",
                "left 1–1 Anatomy::definitely present",
                "pleural effusion 2–3 Observation::definitely present",
                "  located_at → left",
                "Patchy 5–5 Observation::definitely present",
                "  modify → opacity",
                "opacity 6–6 Observation::definitely present",
                "  located_at → lower - lobe",
                "  suggestive_of → pneumonia",
                "right 9–9 Anatomy::definitely present",
                "  modify → lower - lobe",
                "lower - lobe 10–12 Anatomy::definitely present",
                "pneumonia 15–15 Observation::uncertain",
                "  located_at → lower - lobe",
            ])
    }

    @Test(
        "Words have the certainty with which they stand there",
        arguments: [
            ("No pneumothorax.", "pneumothorax", "Observation::definitely absent"),
            ("No large effusion.", "large", "Observation::definitely absent"),
            ("The lungs are clear.", "clear", "Observation::definitely present"),
            ("The lungs are clear.", "lungs", "Anatomy::definitely present"),
            ("The heart is not enlarged.", "enlarged", "Observation::definitely absent"),
            ("The heart may be enlarged.", "enlarged", "Observation::uncertain"),
            ("Possible small effusion.", "small", "Observation::uncertain"),
        ])
    func certainty(text: String, tokens: String, label: String) throws {
        let entity = try #require(try report(text).annotation.entities.first { $0.tokens == tokens })
        #expect(entity.label.name == label)
    }

    @Test(
        "The tokens of an entity are those of the text at its place",
        arguments: [
            "", "Heart size normal(stable).  Sternotomy wires; 4.5 cm mass\nin the left-upper lobe, 50%.",
            "Épanchement pleural — «small» effusion…", "\u{1F6D1} No pneumothorax\u{00A0}seen. \"Effusion\" has resolved.)",
        ])
    func slices(text: String) throws {
        let report = try report(text)
        let tokens = report.text.split(separator: " ")
        for entity in report.annotation.entities {
            let range = try #require(entity.range)
            #expect(tokens[range].joined(separator: " ") == entity.tokens)
        }
    }

    /// The right side is what `" ".join(...)` of RadEval 2.2.1's tokenisation for RadGraph-XL gives.
    @Test(
        "A text is cut into tokens as RadGraph-XL cuts it",
        arguments: [
            ("Heart size normal(stable).", "Heart size normal ( stable ) ."),
            ("4.5 cm mass, 50%. (50%) 3-4 mm", "4 . 5 cm mass , 50 % . ( 50 % ) 3 - 4 mm"),
            ("right\n\nlung  base\tclear", "right lung base clear"),
            ("Dr. Smith's report... \"normal.'", "Dr . Smith ' s report ... \" normal . '"),
            ("40%, ok?!", "40 % , ok ?!"),
            ("«épais» – 2²", "« épais » – 2²"),
            ("_1_ (…).", "_1_ (…) ."),
            (" ", ""),
        ])
    func tokens(text: String, expected: String) throws {
        #expect(try report(text).text == expected)
    }
}
