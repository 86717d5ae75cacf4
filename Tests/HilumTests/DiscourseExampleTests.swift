import Hilum
import Testing

/// A word of discourse.tsv with its example: `The lungs are [[otherwise]] clear.`
struct DiscourseExample: CustomTestStringConvertible, Sendable {
    let word: DiscourseWord
    private let before: Substring
    private let after: Substring

    var testDescription: String { "\(word.role.rawValue) \(word.text)" }

    /// Nil where the example does not mark the word.
    init?(_ word: DiscourseWord) {
        guard let open = word.example.firstRange(of: "[["), let close = word.example.firstRange(of: "]]"),
            word.example[open.upperBound..<close.lowerBound].lowercased() == word.text
        else { return nil }
        self.word = word
        before = word.example[..<open.lowerBound]
        after = word.example[close.upperBound...]
    }

    var text: String { "\(before)\(word.text)\(after)" }

    /// The example with another word in the place of this one.
    func text(with other: String) -> String { "\(before)\(other)\(after)" }

    static let all: [DiscourseExample] = {
        guard let hilum = try? Hilum() else { return [] }
        return hilum.ontology.discourse.compactMap(Self.init)
    }()
}

@Suite struct DiscourseExampleTests {
    private static let hilum = Result { try Hilum() }

    private func kinds(_ text: String) throws -> [Implausibility.Kind] {
        let hilum = try Self.hilum.get()
        return hilum.implausibilities(in: hilum.extract(text)).map(\.kind)
    }

    @Test("Every word has an example that marks it")
    func marked() throws {
        #expect(try DiscourseExample.all.count == Self.hilum.get().ontology.discourse.count)
        #expect(DiscourseExample.all.count > 50)
    }

    @Test("The word decides whether its example can be so", arguments: DiscourseExample.all)
    func example(example: DiscourseExample) throws {
        switch example.word.role {
        case .others, .acute:
            #expect(try kinds(example.text) == [], "\(example.text)")
            #expect(try kinds(example.text(with: "")) == [.oppositeStatements], "\(example.text)")
        case .landmark:
            #expect(try kinds(example.text) == [], "\(example.text)")
            #expect(try kinds(example.text(with: "in")) == [.impossiblePlace], "\(example.text)")
        case .reference:
            #expect(try kinds(example.text) == [.changedSide], "\(example.text)")
            #expect(try kinds(example.text(with: "")) == [], "\(example.text)")
        }
    }
}
