import HilumOntology
import HilumText

/// The words that phrases are made of, each with a number; the forms of one word (plurals, spellings) share it.
///
/// An open-addressed table over the folded bytes of a word, so that a lookup allocates nothing.
struct Vocabulary: Sendable {
    /// What a form in text is: the number of its word, and whether it is a plural.
    struct Form: Hashable, Sendable {
        var word: UInt16
        var isPlural: Bool

        static let unknown = Form(word: Vocabulary.unknown, isPlural: false)
    }

    static let unknown: UInt16 = 0

    private let slots: [Slot]
    /// The words one after the other, and eight bytes more.
    private let bytes: [UInt8]
    private let mask: Int
    /// Words are numbered from 1 to this.
    let count: Int

    private struct Slot {
        var hash = WordHash()
        var start: UInt32 = 0
        var length: UInt16 = 0
        var form = Form.unknown
    }

    init(_ forms: WordForms) {
        count = forms.wordCount
        var capacity = 64
        while capacity < forms.words.count * 3 { capacity *= 2 }
        let mask = capacity - 1
        var slots = [Slot](repeating: Slot(), count: capacity)
        bytes = forms.bytes + [UInt8](repeating: 0, count: 8)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for (index, word) in forms.words.enumerated() {
                let length = forms.lengths[index]
                let hash = WordHash(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(length)]))
                var slot = Self.slot(hash, mask)
                while slots[slot].form.word != Self.unknown { slot = (slot + 1) & mask }
                let form = Form(word: word, isPlural: forms.arePlural[index] != 0)
                slots[slot] = Slot(hash: hash, start: UInt32(start), length: length, form: form)
                start += Int(length)
            }
        }
        self.slots = slots
        self.mask = mask
    }

    /// The form that a word in text is, whatever its case.
    /// - Parameter hash: of the word.
    @inline(__always)
    func form(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hash: WordHash) -> Form {
        var slot = Self.slot(hash, mask)
        while true {
            let entry = slots[slot]
            if entry.form.word == Self.unknown { return .unknown }
            if entry.hash == hash, Int(entry.length) == end - start, equals(entry, text, start) { return entry.form }
            slot = (slot + 1) & mask
        }
    }

    /// The number of a word.
    func number(of word: String) -> UInt16 {
        var word = word
        return word.withUTF8 { form(of: $0, 0, $0.count, WordHash($0)).word }
    }

    /// The numbers of the words of a phrase.
    func numbers(of phrase: String) -> [UInt16] { Lexer.words(of: phrase).map(number(of:)) }

    /// Every form, lower-case, in no order.
    func forEachForm(_ body: (ArraySlice<UInt8>, Form) -> Void) {
        for slot in slots where slot.form.word != Self.unknown {
            body(bytes[Int(slot.start)..<Int(slot.start) + Int(slot.length)], slot.form)
        }
    }

    @inline(__always)
    private static func slot(_ hash: WordHash, _ mask: Int) -> Int { Int(hash.value ^ hash.value >> 15) & mask }

    @inline(__always)
    private func equals(_ entry: Slot, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let (first, length) = (Int(entry.start), Int(entry.length))
        return bytes.withUnsafeBufferPointer { bytes in
            // Eight bytes at a time, as most words are in lower case; `bytes` is padded, so that only the text may end too early.
            var offset = 0
            while offset < length, start &+ offset &+ 8 <= text.count {
                var difference = Self.load(bytes, first &+ offset) ^ Self.load(text, start &+ offset)
                if length &- offset < 8 { difference &<<= UInt64(8 &* (8 &- (length &- offset))) }
                if difference != 0 { break }
                offset &+= 8
            }
            while offset < length {
                if bytes[first + offset] != ASCII.folded(text[start + offset]) { return false }
                offset += 1
            }
            return true
        }
    }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
}
