import HilumOntology

/// The words that state a change: the change modifiers of the ontology. What stands for the same, only longer ("has increased", "no
/// significant change"), counts as the shortest modifier whose words it has in their order ("increased", "no change").
struct ChangeWords: Sendable {
    /// The modifiers by their first word, those of most words first.
    private let phrases: [String: [Phrase]]

    private struct Phrase: Sendable {
        /// Lower-case.
        var words: [String]
        /// What it counts as.
        var text: String
    }

    init(ontology: Ontology) {
        var modifiers: [(words: [String], statesChange: Bool)] = []
        for modifier in ontology.modifiers {
            if case .change(let change) = modifier.value { modifiers.append((Lexer.words(of: modifier.text), change != nil)) }
        }
        modifiers.sort { ($0.words.count, $0.words.joined(separator: " ")) < ($1.words.count, $1.words.joined(separator: " ")) }
        var phrases: [String: [Phrase]] = [:]
        for modifier in modifiers.reversed() {
            guard let first = modifier.words.first else { continue }
            let shortest = modifiers.first { $0.statesChange && modifier.words.has($0.words) } ?? modifier
            let phrase = Phrase(words: modifier.words, text: shortest.words.joined(separator: " "))
            phrases[first, default: []].append(phrase)
        }
        self.phrases = phrases
    }

    /// Those that stand in a text, in whatever section, denied or not.
    /// - Parameter text: UTF-8.
    func words(in text: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        text.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, from: 0, to: bytes.count)
            while let lexeme = lexer.next() {
                guard lexeme.kind == .word, let candidates = phrases[Self.word(at: lexeme, in: bytes)] else { continue }
                for phrase in candidates {
                    guard let end = Self.end(of: phrase, from: lexer, in: bytes) else { continue }
                    found.insert(phrase.text)
                    lexer = end
                    break
                }
            }
        }
        return found
    }

    /// Where a phrase ends whose first word has been read; nil if its other words do not follow.
    private static func end(of phrase: Phrase, from lexer: Lexer, in text: UnsafeBufferPointer<UInt8>) -> Lexer? {
        var lexer = lexer
        for word in phrase.words.dropFirst() {
            guard let lexeme = lexer.next(), Self.word(at: lexeme, in: text) == word else { return nil }
        }
        return lexer
    }

    /// Lower-case; up to 15 bytes without asking for memory.
    private static func word(at lexeme: Lexer.Lexeme, in text: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: lexeme.end - lexeme.start) { word in
            for index in 0..<lexeme.end - lexeme.start { word[index] = ASCII.folded(text[lexeme.start + index]) }
            return lexeme.end - lexeme.start
        }
    }
}

extension [String] {
    /// Whether words stand among these in their order, with others between them or not.
    fileprivate func has(_ words: [String]) -> Bool {
        var rest = words[...]
        for word in self where word == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
