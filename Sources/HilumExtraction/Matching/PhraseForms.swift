import HilumOntology
import HilumText

/// Tells whether two phrases are the same to a reader of reports, whatever their case, hyphens, plurals and spellings.
package struct PhraseForms: Sendable {
    private let vocabulary: Vocabulary

    package init(ontology: Ontology) {
        vocabulary = Lexicon(ontology: ontology).vocabulary
    }

    /// The same for the forms of one phrase; a word that no table has stands for itself.
    package func key(of phrase: String) -> [String] {
        Lexer.words(of: phrase).map { word in
            let number = vocabulary.number(of: word)
            return number == Vocabulary.unknown ? word : "#\(number)"
        }
    }
}
