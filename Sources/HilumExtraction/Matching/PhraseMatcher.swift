import HilumOntology
import HilumText

/// Finds the phrases of a sentence: from left to right, the longest that fits.
struct PhraseMatcher: Sendable {
    let lexicon: Lexicon
    /// By entry, so that the hot loop reads a few bytes and no entry.
    private let traits: [Traits]
    /// Words of side.
    private let sides: WordSet

    private struct Traits: Sendable {
        var kind: ItemKind
        var isClinical: Bool
        var isHeading: Bool
        var hasSenses: Bool
        var phrase: PhraseTraits
    }

    init(lexicon: Lexicon, ontology: Ontology) {
        self.lexicon = lexicon
        traits = lexicon.entries.enumerated().map { index, entry in
            let kind = Self.kind(of: entry, ontology)
            return Traits(
                kind: kind, isClinical: entry.concept != nil || entry.state != nil || entry.attribute != nil,
                isHeading: entry.heading != nil, hasSenses: lexicon.senses.hasSenses(Int32(index)),
                phrase: PhraseTraits(of: entry, kind))
        }
        let words = ontology.modifiers.compactMap { modifier in
            guard case .laterality = modifier.value else { return nil as String? }
            return Lexer.words(of: modifier.text).onlyElement
        }
        sides = WordSet(words, of: lexicon.vocabulary)
    }

    /// Appends the items of a sentence.
    /// - Returns: the traits of its phrases, all together.
    @discardableResult
    func match(_ tokens: Tokens, into items: inout [Item]) -> PhraseTraits {
        var found: PhraseTraits = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            if lexicon.trie.first(token.word) != nil,
                let (phrase, end) = longest(tokens, from: index) ?? longestAroundSide(tokens, from: index, &items, &found),
                let entry = sense(of: phrase, at: index, in: tokens)
            {
                let traits = traits[Int(entry)]
                found.formUnion(traits.phrase)
                items.append(
                    Item(
                        kind: traits.kind, entry: entry, start: token.start, end: tokens[end - 1].end,
                        isPlural: tokens[end - 1].form.isPlural,
                        clinicalWords: traits.isClinical ? UInt8(clamping: end - index) : 0))
                index = end
            } else {
                if token.kind == .number { found.insert(.number) }
                let isUnexplained = token.kind == .word && !lexicon.plain.contains(token.word)
                items.append(
                    Item(
                        kind: Self.kind(of: token.kind), entry: -1, start: token.start, end: token.end,
                        clinicalWords: isUnexplained ? 1 : 0))
                index += 1
            }
        }
        return found
    }

    /// The entry in whose sense a phrase is to be read; nil for an abbreviation that stays unread.
    @inline(__always)
    private func sense(of phrase: Int32, at index: Int, in tokens: Tokens) -> Int32? {
        traits[Int(phrase)].hasSenses ? lexicon.senses.entry(phrase, at: index, in: tokens) : phrase
    }

    @inline(__always)
    func longest(_ tokens: Tokens, from start: Int) -> (phrase: Int32, end: Int)? {
        lexicon.trie.longest(tokens, from: start)
    }

    /// The site that has a side among its words, which becomes an item of its own: "lower left lobe".
    private func longestAroundSide(
        _ tokens: Tokens, from start: Int, _ items: inout [Item], _ found: inout PhraseTraits
    ) -> (entry: Int32, end: Int)? {
        let side = start + 1
        guard side + 1 < tokens.endIndex, sides.contains(tokens[side].word),
            let site = entry(of: tokens[start..<side], tokens[(side + 1)...(side + 1)]), kind(of: site) == .site,
            let (laterality, _) = longest(tokens[...side], from: side)
        else { return nil }
        found.formUnion(traits(of: laterality))
        // Its word is counted with the site's.
        items.append(Item(kind: kind(of: laterality), entry: laterality, start: tokens[side].start, end: tokens[side].end))
        return (site, side + 2)
    }

    /// The entry of the phrase that two stretches make together, if they make one.
    func entry(of start: Tokens, _ end: Tokens) -> Int32? {
        lexicon.trie.phrase(of: [start, end].joined().lazy.map(\.word))
    }

    func isHeading(_ entry: Int32) -> Bool { traits[Int(entry)].isHeading }

    func kind(of entry: Int32) -> ItemKind { traits[Int(entry)].kind }

    func traits(of entry: Int32) -> PhraseTraits { traits[Int(entry)].phrase }

    /// The role in which a phrase is read first. A state that finds no subject is read again in its next role.
    private static func kind(of entry: Lexicon.Entry, _ ontology: Ontology) -> ItemKind {
        let kind = entry.concept.map { ontology.kind(of: $0) }
        if kind?.isObservable == true { return .finding }
        if kind == .anatomy { return .site }
        if entry.state != nil { return .state }
        return self.kind(withoutState: entry)
    }

    /// The role of a phrase that is no finding, no site, and no state.
    static func kind(withoutState entry: Lexicon.Entry) -> ItemKind {
        if entry.concept != nil { return .descriptor }
        if entry.cue != nil { return .cue }
        if let attribute = entry.attribute { return kind(of: attribute) }
        switch entry.tipRole {
        case .tip, .sidePort: return .tip
        case .end: return .verb
        default: break
        }
        switch entry.connective {
        case .coordinator, .alternative: return .coordinator
        case .preposition, .genitive, .pervading, .landmark, .contact, .exception: return .preposition
        case .verb, .copula: return .verb
        case .determiner, .demonstrative: return .determiner
        case .pronoun, .anaphor, .companion, .accompaniment, .distribution, .partitive: return .other
        case nil: return entry.unit == nil ? .other : .unit
        }
    }

    private static func kind(of attribute: AttributeValue) -> ItemKind {
        switch attribute {
        case .laterality: .laterality
        case .severity: .severity
        case .size: .size
        case .change: .change
        case .placement: .placement
        }
    }

    private static func kind(of token: TokenKind) -> ItemKind {
        switch token {
        case .word, .stop, .semicolon, .symbol, .newline: .other
        case .mask: .mask
        case .number: .number
        case .comma: .comma
        case .colon: .colon
        case .openParenthesis: .openParenthesis
        case .closeParenthesis: .closeParenthesis
        }
    }
}

extension Collection {
    /// The element of a collection that has just one.
    var onlyElement: Element? { count == 1 ? first : nil }
}
