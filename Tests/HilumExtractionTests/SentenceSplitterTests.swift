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
            grammar.splitter.split(bytes, bytes.indices, tokens: &tokens, sentences: &sentences)
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
            ("No effusion; nodule in the apex.", ["No effusion", "nodule in the apex"]),
            ("Edema; ; effusion;", ["Edema", "effusion"]),
            ("", []),
            (" \n\n . ", []),
        ])
    func splits(text: String, expected: [String]) throws {
        #expect(try sentences(of: text) == expected)
    }

    @Test(
        "A line goes on after a comma, a word that must go on, or enough words to have been wrapped, and before a small letter",
        arguments: [
            "There is no effusion,\nEdema or nodule.", "Linear atelectasis of\nThe left base.", "Edema and\nEffusion.",
            "Nodule in the right\napex.", "No\neffusion.", "nodule in the right and\nleft apex.",
            "There is a small left pleural effusion that has increased since the\nPrevious examination.",
            "There is a small left pleural effusion that has increased by about\n3 cm since then.",
        ])
    func wrapped(text: String) throws {
        #expect(try sentences(of: text).count == 1)
    }

    @Test(
        "It ends before a heading, a list item, a blank line, and where it is short, in a text without capitals too",
        arguments: [
            "There is a small left pleural effusion that has increased since then\nHeart: normal",
            "Small effusion\nheart: normal",
            "Small effusion,\n- edema", "effusion\n* edema", "Small effusion and\n\nEdema",
            "There is a small left pleural effusion that has increased since then\n2. Edema", "Small effusion\nEdema",
            "Small effusion\n3 nodules", "small effusion\nedema",
        ])
    func ended(text: String) throws {
        #expect(try sentences(of: text).count == 2)
    }
}
