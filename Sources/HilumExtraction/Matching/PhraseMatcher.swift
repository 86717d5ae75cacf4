import HilumOntology

/// Finds the phrases of a sentence: from left to right, the longest that fits.
struct PhraseMatcher: Sendable {
    let lexicon: Lexicon
    /// By entry: its kind, so that the hot loop reads a byte and no entry.
    private let kinds: [ItemKind]
    /// By word: whether it is a side.
    private let isSide: [Bool]

    init(lexicon: Lexicon, ontology: Ontology) {
        self.lexicon = lexicon
        kinds = lexicon.entries.map { Self.kind(of: $0, ontology) }
        var isSide = [Bool](repeating: false, count: Int(UInt16.max) + 1)
        for modifier in ontology.modifiers {
            guard case .laterality = modifier.value, let word = Lexer.words(of: modifier.text).onlyElement else { continue }
            isSide[Int(lexicon.vocabulary.number(of: word))] = true
        }
        self.isSide = isSide
    }

    func match(_ tokens: ArraySlice<Token>, into items: inout [Item]) {
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            if token.word != Vocabulary.unknown, let (entry, end) = longest(tokens, from: index) ?? longestAroundSide(tokens, from: index, &items) {
                items.append(
                    Item(
                        kind: kinds[Int(entry)], entry: entry, start: token.start, end: tokens[end - 1].end,
                        isPlural: tokens[end - 1].form.isPlural))
                index = end
            } else {
                items.append(Item(kind: Self.kind(of: token.kind), entry: -1, start: token.start, end: token.end))
                index += 1
            }
        }
    }

    /// The longest phrase that starts at a token, and where it ends. A de-identification mark inside a phrase is passed over.
    func longest(_ tokens: ArraySlice<Token>, from start: Int) -> (entry: Int32, end: Int)? {
        var node = PhraseTrie.root
        var best: (entry: Int32, end: Int)?
        var index = start
        while index < tokens.endIndex {
            let token = tokens[index]
            if token.kind != .mask || index == start {
                guard let next = lexicon.trie.step(node, token.word) else { break }
                node = next
                let phrase = lexicon.trie.phrase(at: node)
                if phrase != PhraseTrie.none { best = (phrase, index + 1) }
            }
            index += 1
        }
        return best
    }

    /// The site that has a side among its words, which becomes an item of its own: "lower left lobe".
    private func longestAroundSide(_ tokens: ArraySlice<Token>, from start: Int, _ items: inout [Item]) -> (entry: Int32, end: Int)? {
        let side = start + 1
        guard side + 1 < tokens.endIndex, isSide[Int(tokens[side].word)],
            let site = entry(of: tokens[start..<side], tokens[(side + 1)...(side + 1)]), kinds[Int(site)] == .site,
            let (laterality, _) = longest(tokens[...side], from: side)
        else { return nil }
        items.append(Item(kind: kinds[Int(laterality)], entry: laterality, start: tokens[side].start, end: tokens[side].end))
        return (site, side + 2)
    }

    /// The entry of the phrase that two stretches make together, if they make one.
    func entry(of start: ArraySlice<Token>, _ end: ArraySlice<Token>) -> Int32? {
        var node = PhraseTrie.root
        for stretch in [start, end] {
            for token in stretch {
                guard let next = lexicon.trie.step(node, token.word) else { return nil }
                node = next
            }
        }
        let phrase = lexicon.trie.phrase(at: node)
        return phrase == PhraseTrie.none ? nil : phrase
    }

    func kind(of entry: Int32) -> ItemKind { kinds[Int(entry)] }

    /// The role in which a phrase is read first. A state that finds no subject is read again in its next role.
    private static func kind(of entry: Lexicon.Entry, _ ontology: Ontology) -> ItemKind {
        let kind = entry.concept.map { ontology[$0].kind }
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
        switch entry.connective {
        case .coordinator, .alternative: return .coordinator
        case .preposition, .landmark, .contact: return .preposition
        case .verb, .copula: return .verb
        case .determiner, .demonstrative: return .determiner
        case .anaphor, .companion, .distribution, .partitive: return .other
        case nil: return entry.unit == nil ? .other : .unit
        }
    }

    private static func kind(of attribute: AttributeValue) -> ItemKind {
        switch attribute {
        case .laterality: .laterality
        case .severity: .severity
        case .size: .size
        case .change: .change
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
