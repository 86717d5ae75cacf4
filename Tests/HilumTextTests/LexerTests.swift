import HilumTestSupport
import HilumText
import Testing

@Suite("A text is cut into tokens")
struct LexerTests {
    @Test(
        "as words, numbers, signs and marks of de-identification",
        arguments: [
            ("Right-sided effusion.", "word:Right word:sided word:effusion stop:."),
            ("2.5 cm, 1,200 and .5", "number:2.5 word:cm comma:, number:1,200 word:and number:.5"),
            ("8mm 2x3 2\u{D7}3", "number:8 word:mm number:2 word:x number:3 number:2 word:\u{D7} number:3"),
            ("the patient's x-ray", "word:the word:patient word:x word:ray"),
            ("XXXX xx ___ [**Name**] [1]", "mask:XXXX word:xx mask:___ mask:[**Name**] symbol:[ number:1 symbol:]"),
            (
                "a\nb; c: (d)?",
                "word:a newline:\n word:b semicolon:; word:c colon:: openParenthesis:( word:d closeParenthesis:) stop:?"
            ),
            ("caf\u{E9} \u{2013} \u{201C}x\u{201D}\u{A0}y", "word:caf\u{E9} word:x word:y"),
        ])
    func kinds(text: String, tokens: String) {
        #expect(Self.lexemes(of: Array(text.utf8)).map { "\($0.kind):\($0.text)" }.joined(separator: " ") == tokens)
    }

    @Test("whatever its bytes are: in their order, none empty, each with the hash of its bytes in lower case")
    func anyBytes() {
        var generator = SeededGenerator(seed: 31)
        let alphabet =
            Array("aZx09 .,'-_[*]()\n;:?%".utf8) + [0x80, 0xC2, 0xC3, 0x97, 0xE2, 0x80, 0x93, 0xEF, 0xBB, 0xBF, 0xF0, 0xFF]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            var position = 0
            for lexeme in Self.lexemes(of: text) {
                #expect(lexeme.range.lowerBound >= position && !lexeme.range.isEmpty, "\(text)")
                position = lexeme.range.upperBound
                guard lexeme.kind != .mask else { continue }
                #expect(lexeme.hash == WordHash(text[lexeme.range].map(ASCII.folded)), "\(text)")
            }
            #expect(position <= text.count)
        }
    }

    @Test("of which words are the lower-case texts")
    func words() {
        #expect(Lexer.words(of: "Pleural Effusion, 2 cm") == ["pleural", "effusion", ",", "2", "cm"])
    }

    @Test("and letters, digits and blanks are told by their bytes")
    func bytes() {
        for byte in UInt8.min...UInt8.max {
            let character = Character(UnicodeScalar(byte))
            let isASCII = byte < 0x80
            #expect(ASCII.isUpper(byte) == (isASCII && character.isUppercase))
            #expect(ASCII.isLower(byte) == (isASCII && character.isLowercase))
            #expect(ASCII.isDigit(byte) == (isASCII && character.isNumber))
            #expect(ASCII.isLetter(byte) == (!isASCII || character.isLetter))
            #expect(ASCII.folded(byte) == (isASCII ? Array(String(character).lowercased().utf8) : [byte])[0])
        }
    }

    private struct Found {
        var kind: TokenKind
        var range: Range<Int>
        var hash: WordHash
        var text: String
    }

    private static func lexemes(of text: [UInt8]) -> [Found] {
        text.withUnsafeBufferPointer { text in
            var lexer = Lexer(text, from: 0, to: text.count)
            var found: [Found] = []
            while let lexeme = lexer.next() {
                let range = lexeme.start..<lexeme.end
                found.append(
                    Found(kind: lexeme.kind, range: range, hash: lexeme.hash, text: String(decoding: text[range], as: UTF8.self)))
            }
            return found
        }
    }
}
