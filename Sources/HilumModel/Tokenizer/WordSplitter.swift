/// Cuts a text into the pieces that tokens never cross, by the rule of GPT-2 (Radford et al. 2019):
///
///     's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
///
/// that is: endings such as 's; runs of letters, of digits and of signs, each with the space before it; and runs of blanks, which leave
/// their last one to what follows.
struct WordSplitter {
    private enum Kind: UInt8 {
        case letter, number, blank, other
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var start = 0

    /// - Parameter text: valid UTF-8.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The next piece; nil at the end. The pieces lie one after the other and fill the text.
    mutating func next() -> Range<Int>? {
        guard start < text.count else { return nil }
        let end = ending(at: start) ?? run(from: start)
        defer { start = end }
        return start..<end
    }

    // MARK: Pieces

    /// The end of 's, 't, 're, 've, 'm, 'll or 'd.
    private func ending(at index: Int) -> Int? {
        guard text[index] == UInt8(ascii: "'"), index + 1 < text.count else { return nil }
        let second = index + 2 < text.count ? text[index + 2] : 0
        switch (text[index + 1], second) {
        case (UInt8(ascii: "s"), _), (UInt8(ascii: "t"), _), (UInt8(ascii: "m"), _), (UInt8(ascii: "d"), _): return index + 2
        case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
            (UInt8(ascii: "l"), UInt8(ascii: "l")):
            return index + 3
        default: return nil
        }
    }

    private func run(from start: Int) -> Int {
        var (kind, next) = scalar(at: start)
        if kind == .blank {
            // A space goes with what follows it, unless that is a blank too.
            guard text[start] == UInt8(ascii: " "), next < text.count else { return blanks(from: start) }
            let following = scalar(at: next)
            guard following.kind != .blank else { return blanks(from: start) }
            (kind, next) = following
        }
        while next < text.count {
            let following = scalar(at: next)
            guard following.kind == kind else { break }
            next = following.end
        }
        return next
    }

    /// The end of a run of blanks without its last one, if something follows that is none.
    private func blanks(from start: Int) -> Int {
        var (_, end) = scalar(at: start)
        var last = start
        while end < text.count {
            let following = scalar(at: end)
            guard following.kind == .blank else { return last > start ? last : end }
            (last, end) = (end, following.end)
        }
        return end
    }

    // MARK: Characters

    /// The kind of the character at an index, and where it ends.
    private func scalar(at index: Int) -> (kind: Kind, end: Int) {
        let first = text[index]
        if first < 0x80 { return (Self.ascii[Int(first)], index + 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value).map(Self.kind) ?? .other, index + length)
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
        case .decimalNumber, .letterNumber, .otherNumber: return .number
        default: return properties.isWhitespace ? .blank : .other
        }
    }

    private static let ascii: [Kind] = (0..<0x80).map { kind(Unicode.Scalar(UInt8($0))) }
}
