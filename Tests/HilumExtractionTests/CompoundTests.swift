import HilumExtraction
import Testing

@Suite("Findings of two words with their place between them")
struct CompoundTests {
    @Test(
        "They are the finding that the words make together",
        arguments: [
            ("Loculated right pleural effusion.", ["present right loculated pleural effusion"]),
            ("Cavitary RUL mass.", ["present right cavitary mass at right upper lobe"]),
            ("Tension left pneumothorax.", ["present left tension pneumothorax"]),
            ("No loculated left pleural effusion.", ["absent left loculated pleural effusion"]),
        ] as [(String, [String])])
    func compound(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A word that makes no such finding stays what it is",
        arguments: [
            ("Small left pleural effusion.", ["present small left pleural effusion"]),
            ("Patchy right basal opacity.", ["present right lung opacity at right lung base"]),
            ("Loculated fluid and left pneumothorax.", ["present left pneumothorax"]),
        ] as [(String, [String])])
    func single(_ text: String, _ expected: [String]) throws {
        let lines = try extractor.get().graph(of: text).lines
        #expect(lines.suffix(expected.count) == expected[...])
    }
}
