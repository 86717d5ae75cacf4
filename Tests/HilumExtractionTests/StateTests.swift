import HilumExtraction
import Testing

@Suite("States and what they are said of")
struct StateTests {
    @Test(
        "A state shares the organ that a finding implies",
        arguments: [
            ("Calcified tortuous aorta.", ["present aortic calcification at aorta", "present tortuous aorta"]),
            ("Aortic calcification and tortuosity.", ["present aortic calcification", "present tortuous aorta at aorta"]),
            ("Tortuous and calcified aorta.", ["present tortuous aorta at aorta", "present aortic calcification at aorta"]),
            (
                "The aorta is tortuous and calcified.",
                ["present tortuous aorta at aorta", "present aortic calcification at aorta"]
            ),
        ] as [(String, [String])])
    func organ(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "It does not where the finding says the same, or the organ is another",
        arguments: [
            ("Tortuosity of a tortuous aorta.", ["present tortuous aorta"]),
            ("Tortuous effusion.", ["present pleural effusion"]),
            ("Aortic calcification and cardiac enlargement.", ["present aortic calcification", "present cardiomegaly"]),
        ] as [(String, [String])])
    func noOrgan(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
