import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@Suite("What was not understood")
struct CoverageTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let unrecognised: [String]
        let coverage: Double
        var testDescription: String { text }

        init(_ text: String, _ unrecognised: [String], _ coverage: Double) {
            (self.text, self.unrecognised, self.coverage) = (text, unrecognised, coverage)
        }
    }

    @Test(
        "is every word that no phrase explains and that is not plain, neighbours together",
        arguments: [
            Case("No pneumothorax.", [], 1),
            Case("The patient was seen today. No pneumothorax.", [], 1),
            Case("No pneumothorax. There is zorbic blenning of the lung.", ["zorbic blenning"], 0.5),
            Case("No pneumothorax, zorbic, blenning.", ["zorbic", "blenning"], 1.0 / 3),
            Case("zorbic 12 blenning", ["zorbic", "blenning"], 0),
        ])
    func words(_ example: Case) throws { try expect(example) }

    @Test(
        "is nothing where there is no word: blank texts, numbers, single letters, codes, marks of de-identification",
        arguments: [
            "", " \n", "12.5 x 3, 7", "a b c", "A1234 T9b", "XXXX ___ [**Name**]", "No pneumothorax XXXX ___ 12 q B7.",
            "\u{1F600}", "\u{1F600}\u{1F44D}\u{1F3FD} \u{2764}\u{FE0F} \u{1F1EB}\u{1F1F7}",
        ])
    func noWords(_ text: String) throws { try expect(Case(text, [], 1)) }

    @Test(
        "is nearly all of a text that is no English report",
        arguments: [
            "asdf qwer", "Сердце не увеличено.", "心影不大", "Il cuore è nei limiti, non versamento pleurico.",
            "Le coeur est de taille normale, pas d'épanchement.", "zorbic blenning under the influence of wibbles",
        ])
    func foreign(_ text: String) throws {
        #expect(try extractor.get().graph(of: text).coverage < 0.4)
    }

    @Test("is not looked for where nothing is asserted")
    func unassertedSection() throws {
        try expect(Case("INDICATION: zorbic blenning.\nFINDINGS: No pneumothorax.", [], 1))
        try expect(Case("INDICATION: cough.\nFINDINGS: zorbic. No pneumothorax.", ["zorbic"], 0.5))
    }

    /// A word of which the tables know only longer phrases explains nothing by itself.
    @Test("is the beginning of a phrase that does not follow")
    func partOfPhrase() throws {
        let extractor = try Self.tiny()
        #expect(extractor.graph(of: "Pleural effusion.").unrecognised == [])
        let graph = extractor.graph(of: "Pleural blenning.")
        #expect(graph.unrecognised.map(graph.words) == ["Pleural blenning"])
        #expect(graph.coverage == 0)
    }

    @Test("is a state of which the tables do not say what it means there")
    func stateWithoutFrame() throws {
        let extractor = try Self.tiny()
        let read = extractor.graph(of: "The heart is enlarged.")
        #expect(read.coverage == 1)
        #expect(read.unrecognised == [])
        let unread = extractor.graph(of: "The pleura is enlarged.")
        #expect(unread.observations == [])
        #expect(unread.unrecognised.map(unread.words) == ["enlarged"])
        #expect(unread.coverage == 0.5)
    }

    /// "overlie" becomes no form of the preposition "overlies" by being plain.
    @Test("does not depend on what is plain for what is read")
    func plainWordsChangeNothingElse() throws {
        let text = "The heart overlie is enlarged."
        let plain = try Self.tiny(plain: ["overlie", "blenning"]).graph(of: text)
        let other = try Self.tiny().graph(of: text)
        #expect(plain.observations == other.observations)
        #expect(plain.observations.count == 1)
        #expect(plain.unrecognised == [])
        #expect(other.unrecognised.map(other.words) == ["overlie"])
    }

    private func expect(_ example: Case) throws {
        let graph = try extractor.get().graph(of: example.text)
        #expect(graph.unrecognised.map(graph.words) == example.unrecognised)
        #expect(abs(graph.coverage - example.coverage) < 1e-9)
    }

    private static func tiny(plain: [String] = []) throws -> Extractor {
        Extractor(
            ontology: try Ontology(rows: [
                "concepts/findings.tsv": [
                    "finding.pleural-effusion|pleural effusion||actionable|anatomy.pleura",
                    "finding.cardiomegaly|cardiomegaly||actionable|anatomy.heart",
                ],
                "concepts/anatomy.tsv": ["anatomy.pleura|pleura|||paired", "anatomy.heart|heart|||midline"],
                "language/states.tsv": ["enlarged|enlarged"],
                "language/frames.tsv": ["anatomy.heart|enlarged|finding.cardiomegaly|present|"],
                "language/connectives.tsv": ["the|determiner", "is|verb", "overlies|preposition"],
                "language/plain.tsv": plain,
            ]))
    }
}
