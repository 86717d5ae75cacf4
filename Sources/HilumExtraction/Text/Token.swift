import HilumOntology
import HilumText

/// One token of a report. Positions are bytes of the text; 32 bits, so a report is at most 2 GiB.
struct Token {
    var start: Int32
    var end: Int32
    /// The vocabulary's word or sign, `Vocabulary.unknown` for the rest.
    var form: Vocabulary.Form
    var kind: TokenKind
    /// Whether it begins and ends with a capital.
    var isCapital: Bool

    /// The number of the word.
    var word: UInt16 { form.word }
}
