import Foundation
import HilumExtraction
import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("What comes from reports, on the page")
struct PageEscapeTests {
    static let hostile = [
        "</script><img src=x onerror=alert(1)>", "<!--<script>", "]]>", "&lt;b&gt; &amp;", "\u{2028}\u{2029}",
        "a\u{0}b\r\n\t\"'\\",
        "é 😀 \u{E2} \u{A8} \u{A9}", "",
    ]

    @Test("JSON in a script element cannot end it, and means the same", arguments: hostile)
    func script(text: String) throws {
        var writer = JSONWriter()
        writer.array { $0.string(text) }
        let escaped = String(decoding: writer.bytes.escapedForScript, as: UTF8.self)
        for character in ["<", ">", "&", "\u{2028}", "\u{2029}", "\n", "\r"] { #expect(!escaped.contains(character)) }
        #expect(try JSONSerialization.jsonObject(with: Data(escaped.utf8)) as? [String] == [text])
    }

    @Test("Text in markup is that text", arguments: hostile)
    func markup(text: String) throws {
        let parsed = try PageMarkup("<p title=\"\(text.escapedForHTML)\">\(text.escapedForHTML)</p>")
        let shown = text.replacing("\u{0}", with: "\u{FFFD}").replacing("\r\n", with: "\u{FFFD}\n")
        #expect(parsed.texts("p") == [shown])
        #expect(parsed.elements.count == 1)
    }

    @Test(
        "Bytes of UTF-8 become places in UTF-16",
        arguments: [
            ("left", [0, 1, 2, 3, 4]), ("é!", [0, 0, 1, 2]), ("😀a", [0, 0, 0, 0, 2, 3]), ("\u{2028}x", [0, 0, 0, 1, 2]),
            ("", [0]),
        ])
    func offsets(text: String, expected: [Int]) {
        let offsets = UTF16Offsets(Array(text.utf8))
        #expect((0...text.utf8.count).map(offsets.offset) == expected)
        #expect(offsets.offset(text.utf8.count + 5) == expected.last)
    }

    @Test(
        "Bytes that are no UTF-8 count as the character by which they are shown",
        arguments: [([0x61, 0xFF, 0x62], [0, 1, 2, 3]), ([0xE2, 0x80, 0x61], [0, 0, 1, 2]), ([0xC3], [0, 1])])
    func invalidBytes(text: [UInt8], expected: [Int]) {
        #expect((0...text.count).map(UTF16Offsets(text).offset) == expected)
        #expect(String(decoding: text, as: UTF8.self).utf16.count == expected.last)
    }

    @Test("They are those of Swift's own strings", arguments: 0..<20)
    func offsetsLikeStrings(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let scalars: [Unicode.Scalar] = ["a", " ", "é", "\u{301}", "–", "😀", "\u{1F1E9}", "中", "\n"]
        var text = String.UnicodeScalarView()
        for _ in 0..<60 { text.append(scalars.randomElement(using: &generator) ?? "a") }
        let string = String(text)
        let offsets = UTF16Offsets(Array(string.utf8))
        for index in string.unicodeScalars.indices + [string.endIndex] {
            #expect(
                offsets.offset(string.utf8.distance(from: string.startIndex, to: index))
                    == string.utf16.distance(from: string.startIndex, to: index))
        }
    }

    @Test(
        "SHA-256 is that of FIPS 180-4, and of lengths about those of a block",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (String(repeating: "a", count: 63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
            (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ])
    func hash(message: String, hash: String) {
        let hexadecimal = SHA256.hash(Array(message.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        #expect(hexadecimal.joined() == hash)
    }
}
