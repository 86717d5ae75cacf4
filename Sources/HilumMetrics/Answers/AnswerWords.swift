/// The words of an answer as they are compared: lower case, without ASCII punctuation and the articles a, an and the, split at white
/// space (the normalisation of SQuAD's script, Rajpurkar et al. 2016, arXiv:1606.05250). Where nothing but articles is said they stay,
/// so that choice "A" is not no answer.
public struct AnswerWords: Sendable, Hashable {
    public let words: [String]

    /// - Parameter answer: UTF-8.
    public init(_ answer: some Collection<UInt8>) {
        let all = Self.all(of: answer)
        let telling = all.filter { !Self.articles.contains($0) }
        words = telling.isEmpty ? all : telling
    }

    public init(_ answer: String) {
        self.init(Array(answer.utf8))
    }

    /// What an answer to a question of yes or no says by its first word; nil if that is another. "Yes, there is an effusion." is yes.
    public var yesOrNo: Bool? {
        switch words.first {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    /// Whether an answer begins with a word. An article before the word is passed over; but before a single letter "A" is the first of
    /// several choices.
    public static func begin(_ answer: some Collection<UInt8>, with word: String) -> Bool {
        let all = all(of: answer)
        guard let first = all.first, first != word else { return !all.isEmpty }
        return articles.contains(first) && all.dropFirst().first == word && (first != "a" || word.count > 1)
    }

    /// With their articles.
    private static func all(of answer: some Collection<UInt8>) -> [String] {
        var text = String(decoding: answer, as: UTF8.self).lowercased()
        text.unicodeScalars.removeAll(where: isPunctuation)
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static let articles: Set<String> = ["a", "an", "the"]

    /// The 32 of ASCII.
    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

/// How far an answer agrees with the expected one, in their words.
public struct AnswerOverlap: Sendable, Hashable {
    /// Whether both are the same words in the same order; two answers without words are.
    public let isExact: Bool
    private let overlap: SetOverlap

    public init(candidate: AnswerWords, reference: AnswerWords) {
        isExact = candidate == reference
        var left: [String: Int] = [:]
        for word in reference.words { left[word, default: 0] += 1 }
        var shared = 0
        for word in candidate.words {
            guard let count = left[word], count > 0 else { continue }
            left[word] = count - 1
            shared += 1
        }
        overlap = SetOverlap(shared: shared, candidate: candidate.words.count, reference: reference.words.count)
    }

    /// F1 of the words, each as often as it stands there, 0–1 (SQuAD's); 1 where neither has words.
    public var f1: Double { overlap.f1 ?? 1 }
}
