import HilumExtraction
import Testing

@Suite("Alternatives and lists: whose degree holds")
struct DegreeTests {
    @Test(
        "Of two readings of one finding the degree holds for both",
        arguments: [
            (
                "Minimal left basilar scarring or atelectasis.",
                ["present minimal left scar at left lung base", "present minimal left atelectasis at left lung base"]
            ),
            (
                "Mild right basilar atelectasis versus infiltrate.",
                ["uncertain mild right atelectasis at right lung base", "uncertain mild right infiltrate at right lung base"]
            ),
            (
                "Small left apical bulla or pneumothorax.",
                ["present small left bulla at left lung apex", "present small left pneumothorax at left lung apex"]
            ),
        ] as [(String, [String])])
    func shared(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A list shares no degree, and an alternative keeps its own",
        arguments: [
            (
                "Mild left basilar scarring and atelectasis.",
                ["present mild left scar at left lung base", "present left atelectasis at left lung base"]
            ),
            ("Mild edema or small effusion.", ["present mild pulmonary edema", "present small pleural effusion"]),
            (
                "Small effusion. Atelectasis or scarring.",
                ["present small pleural effusion", "present atelectasis", "present scar"]
            ),
        ] as [(String, [String])])
    func own(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
