import HilumOntology
import HilumText

/// The words that state a change: the change modifiers of the ontology. What stands for the same, only longer ("has increased", "no
/// significant change"), counts as the shortest modifier whose words it has in their order ("increased", "no change").
struct ChangeWords: Sendable {
    /// Into `words`, and what it counts as, in `texts`.
    private struct Phrase {
        var words: Range<Int>
        var text: Int
    }

    private var texts: [String] = []
    /// Of all phrases, in lower case.
    private var letters: [UInt8] = []
    /// Where each word's letters stand.
    private var words: [Range<Int>] = []
    /// By the bucket of the first word; in a bucket those of most words first.
    private var phrases: [Phrase] = []
    private var buckets: [Range<Int>] = []

    init(ontology: Ontology) {
        var modifiers: [(words: [String], text: String, statesChange: Bool)] = []
        for modifier in ontology.modifiers {
            guard case .change(let change) = modifier.value else { continue }
            let words = Lexer.words(of: modifier.text)
            modifiers.append((words, words.joined(separator: " "), change != nil))
        }
        modifiers.sort { ($0.words.count, $0.text) < ($1.words.count, $1.text) }
        texts = modifiers.map(\.text)
        // As numbers, as each is compared with all others.
        var numbers: [String: Int] = [:]
        let numbered = modifiers.map { modifier in
            modifier.words.map { word in
                let number = numbers[word] ?? numbers.count
                numbers[word] = number
                return number
            }
        }
        var filed = [[Phrase]](repeating: [], count: Self.bucketCount)
        for (index, modifier) in modifiers.enumerated().reversed() {
            guard let first = modifier.words.first else { continue }
            let start = words.count
            for word in modifier.words {
                words.append(letters.count..<letters.count + word.utf8.count)
                letters += word.utf8
            }
            let shortest = modifiers.indices.first { modifiers[$0].statesChange && numbered[index].has(numbered[$0]) }
            filed[Self.bucket(first.utf8.first ?? 0, first.utf8.count)].append(
                Phrase(words: start..<words.count, text: shortest ?? index))
        }
        for phrases in filed {
            buckets.append(self.phrases.count..<self.phrases.count + phrases.count)
            self.phrases += phrases
        }
    }

    /// Those that stand in a text, in whatever section, denied or not.
    /// - Parameter text: UTF-8.
    func words(in text: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        text.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, from: 0, to: bytes.count)
            while let lexeme = lexer.next() {
                guard lexeme.kind == .word else { continue }
                for index in buckets[Self.bucket(bytes[lexeme.start], lexeme.end - lexeme.start)] {
                    let phrase = phrases[index]
                    guard isWord(phrase.words.lowerBound, lexeme, in: bytes), let end = end(of: phrase, from: lexer, in: bytes)
                    else { continue }
                    found.insert(texts[phrase.text])
                    lexer = end
                    break
                }
            }
        }
        return found
    }

    /// Where a phrase ends whose first word has been read; nil if its other words do not follow.
    private func end(of phrase: Phrase, from lexer: Lexer, in text: UnsafeBufferPointer<UInt8>) -> Lexer? {
        var lexer = lexer
        for word in phrase.words.dropFirst() {
            guard let lexeme = lexer.next(), isWord(word, lexeme, in: text) else { return nil }
        }
        return lexer
    }

    private func isWord(_ word: Int, _ lexeme: Lexer.Lexeme, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = words[word]
        guard lexeme.end - lexeme.start == range.count else { return false }
        for index in 0..<range.count
        where ASCII.folded(text[lexeme.start + index]) != letters[range.lowerBound + index] {
            return false
        }
        return true
    }

    // MARK: Buckets

    private static let lengths = 16
    private static let bucketCount = 32 * lengths

    /// Words of the same first letter and length share a bucket, and most words have one that is empty.
    private static func bucket(_ first: UInt8, _ length: Int) -> Int {
        Int(first & 31) * lengths + min(length, lengths - 1)
    }
}

extension [Int] {
    /// Whether words stand among these in their order, with others between them or not.
    fileprivate func has(_ words: [Int]) -> Bool {
        guard words.count <= count else { return false }
        var found = 0
        for word in self where found < words.count && word == words[found] { found += 1 }
        return found == words.count
    }
}
