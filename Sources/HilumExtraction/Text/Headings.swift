import HilumOntology
import HilumText

extension Grammar {
    /// The heading with which a sentence begins, and what follows it. A heading ends with a colon or stands alone.
    func heading(of tokens: Tokens) -> (heading: Lexicon.HeadingRole, rest: Tokens)? {
        guard let (entry, end) = matcher.longest(tokens, from: tokens.startIndex), matcher.isHeading(entry),
            let heading = lexicon.entries[Int(entry)].heading
        else { return nil }
        if end == tokens.endIndex { return (heading, tokens[end...]) }
        return tokens[end].kind == .colon ? (heading, tokens[(end + 1)...]) : nil
    }

    /// Where a capitalised heading stands inside a sentence ("INDICATION: Cough FINDINGS: Clear lungs"), as in reports that lost their lines.
    func inlineHeading(in tokens: Tokens, _ text: [UInt8]) -> Int? {
        for colon in tokens.indices.dropFirst(2) where tokens[colon].kind == .colon {
            for start in max(tokens.startIndex + 1, colon - Self.longestHeading)..<colon
            where ASCII.isUpper(text[Int(tokens[start].start)]) && heading(of: tokens[start...colon]) != nil {
                return start
            }
        }
        return nil
    }

    /// In words.
    private static let longestHeading = 4

    /// Whether a sentence begins with an organ and a colon ("Lungs: clear"), as structured findings do.
    func isOrganLabel(_ tokens: Tokens) -> Bool {
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
