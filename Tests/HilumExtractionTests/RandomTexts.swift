import HilumOntology
import HilumTestSupport

/// What random texts are made of: kinds of words, each as likely as another however many there are of it.
struct RandomTexts {
    private let kinds: [[String]]

    init(_ ontology: Ontology) {
        kinds = [
            ontology.terms.filter { ontology[$0.concept].kind.isObservable }.map(\.text),
            ontology.terms.filter { ontology[$0.concept].kind == .anatomy }.map(\.text),
            ontology.terms.map(\.text), ontology.cues.map(\.text), ontology.modifiers.map(\.text),
            ontology.connectives.map(\.text), ["and", "or", "with", "of", "in", "is", "the", "this", "it", "no", "likely"],
            ontology.tipWords.map(\.text) + ontology.numberWords.map(\.text) + ontology.timeWords.map(\.text),
            ontology.headings.map { "\n\($0.text.uppercased()):" } + ontology.plainWords,
            ["2", "3.5", ".5", "12", "4th", "x", "2019", "1e400"] + ontology.units.map(\.text),
            [",", ",", ".", ".", ";", ":", "(", ")", "/", "?", "\n", "\n\n", "\n- ", "\r\n"],
            ["___", "XXXX", "[**2101**]", "\u{2013}", "\u{00A0}", "œdème", "\u{1F600}"],
        ]
    }

    /// Up to thirty phrases.
    func text(using generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...30, using: &generator)).map { _ in
            kinds.randomElement(using: &generator)?.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
    }
}
