import HilumOntology

/// In which section the sentences of a report stand, one after the other.
///
/// A section that asserts nothing ends at the next heading, at an organ's label, and at a blank line after its text.
struct SectionTracker {
    /// Where a sentence stands, and what of it is left without its heading.
    struct Place {
        var section: Section
        /// Whether it says something of this examination.
        var isAsserted: Bool
        var tokens: Tokens
    }

    private let grammar: Grammar
    private(set) var section: Section
    private var isAsserted: Bool
    private var hasText = false
    /// A heading alone on its line that covers the next sentence only.
    private var next: Section?

    /// - Parameter section: where the text stands before its first heading.
    init(grammar: Grammar, section: Section) {
        self.grammar = grammar
        self.section = section
        isAsserted = grammar.isAsserted(section)
    }

    mutating func place(of tokens: Tokens, startsParagraph: Bool) -> Place {
        if startsParagraph, !isAsserted, hasText { enter(.report, isAsserted: true) }
        if let (heading, rest) = grammar.heading(of: tokens) {
            guard heading.scope == .sentence else {
                enter(heading.section, isAsserted: heading.scope == .yes)
                hasText = !rest.isEmpty
                return Place(section: section, isAsserted: isAsserted, tokens: rest)
            }
            enter(.report, isAsserted: true)
            next = rest.isEmpty ? heading.section : nil
            return Place(section: heading.section, isAsserted: false, tokens: rest)
        }
        if let section = next {
            next = nil
            return Place(section: section, isAsserted: false, tokens: tokens)
        }
        if !isAsserted, grammar.isOrganLabel(tokens) { enter(.findings, isAsserted: true) }
        hasText = true
        return Place(section: section, isAsserted: isAsserted, tokens: tokens)
    }

    private mutating func enter(_ section: Section, isAsserted: Bool) {
        self.section = section
        self.isAsserted = isAsserted
        hasText = false
        next = nil
    }
}
