import HilumOntology

extension Grammar {
    /// The heading with which a sentence begins, and what follows it. A heading ends with a colon or stands alone.
    func heading(of tokens: ArraySlice<Token>) -> (heading: Lexicon.HeadingRole, rest: ArraySlice<Token>)? {
        guard let (entry, end) = matcher.longest(tokens, from: tokens.startIndex),
            let heading = lexicon.entries[Int(entry)].heading
        else { return nil }
        if end == tokens.endIndex { return (heading, tokens[end...]) }
        return tokens[end].kind == .colon ? (heading, tokens[(end + 1)...]) : nil
    }

    /// Whether a sentence begins with an organ and a colon ("Lungs: clear"), as structured findings do.
    func isOrganLabel(_ tokens: ArraySlice<Token>) -> Bool {
        guard let colon = tokens.prefix(6).firstIndex(where: { $0.kind == .colon }) else { return false }
        var items: [Item] = []
        matcher.match(tokens[..<colon], into: &items)
        return items.contains { $0.kind == .site }
    }

    /// Whether a section says something of this examination, as sections.tsv has it.
    func isAsserted(_ section: Section) -> Bool {
        !unassertedSections.contains(section)
    }
}
