import HilumOntology
import Testing

@testable import HilumExtraction

@Suite struct SentenceSplitterTests {
    /// The sentences of a text, each as its bytes from first to last token.
    private func sentences(of text: String) throws -> [String] {
        let grammar = try extractor.get().grammar
        var text = text
        return text.withUTF8 { bytes in
            var tokens: [Token] = []
            var sentences: [Sentence] = []
            grammar.splitter.split(bytes, from: 0, to: bytes.count, tokens: &tokens, sentences: &sentences)
            return sentences.map {
                let span = Int(tokens[$0.first].start)..<Int(tokens[$0.end - 1].end)
                return String(decoding: bytes[span], as: UTF8.self)
            }
        }
    }

    @Test(
        "Sentences survive numbers, abbreviations, lists and de-identification marks",
        arguments: [
            ("Nodule of 2.5 cm. No effusion.", ["Nodule of 2.5 cm", "No effusion"]),
            ("Discussed with Dr. Smith. Clear.", ["Discussed with Dr. Smith", "Clear"]),
            ("1. Small effusion.\n2. No edema.", ["Small effusion", "No edema"]),
            ("1) Small effusion\n2) No edema", ["Small effusion", "No edema"]),
            ("Clear lungs.No effusion.", ["Clear lungs", "No effusion"]),
            ("Compared to XXXX. Stable ___. Clear.", ["Compared to XXXX", "Stable ___", "Clear"]),
            ("Lungs clear\nHeart normal", ["Lungs clear", "Heart normal"]),
            ("clear lungs. no effusion", ["clear lungs", "no effusion"]),
            ("A tube vs. a line. Clear!", ["A tube vs. a line", "Clear"]),
            ("?pneumonia at the base.", ["?pneumonia at the base"]),
            ("no ptx\nsmall effusion", ["no ptx", "small effusion"]),
            ("Size .5 cm. Clear.", ["Size .5 cm", "Clear"]),
            ("", []),
            (" \n\n . ", []),
        ])
    func splits(text: String, expected: [String]) throws {
        #expect(try sentences(of: text) == expected)
    }

    @Test("A line that was wrapped goes on, one before a heading, a list item or a blank line does not")
    func lines() throws {
        let wrapped = "There is a small left pleural effusion that has increased since the\nPrevious examination."
        #expect(try sentences(of: wrapped).count == 1)
        #expect(
            try sentences(of: "There is a small left pleural effusion that has increased since then\nHeart: normal").count == 2)
        #expect(try sentences(of: "there is an effusion\n\nthere is edema").count == 2)
        #expect(try sentences(of: "effusion\n- edema\n- collapse").count == 3)
    }
}
