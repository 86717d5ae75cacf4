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

    private var slots: [Slot] = []
    /// The words one after the other, and eight bytes more.
    private var bytes: [UInt8] = []
    private var mask = 0
    /// Words are numbered from 1 to this.
    private(set) var count = 0

    private struct Slot {
        var hash = WordHash()
        var start: UInt32 = 0
        var length: UInt16 = 0
        var form = Form.unknown
    }

    /// - Parameters:
    ///   - words: lower-case.
    ///   - others: words that make no phrase, lower-case. They have numbers of their own and change nothing of the forms of `words`.
    ///   - inflections: irregular forms of words.
    init(words: Set<String>, others: Set<String> = [], inflections: [Inflection]) {
        let irregular = Dictionary(inflections.map { ($0.form, $0) }) { first, _ in first }
        let known = words.union(inflections.map(\.word))
        let sorted = known.sorted()
        var forms: [String: Form] = [:]
        /// The keys of `forms` as they came, so that the table is the same at every start.
        var order: [String] = []
        func add(_ word: String, _ form: Form) {
            if forms.updateValue(form, forKey: word) == nil { order.append(word) }
        }
        var count: UInt16 = 0
        for word in sorted {
            let base = Self.base(of: word, in: known, irregular)
            if forms[base] == nil {
                count += 1
                add(base, Form(word: count, isPlural: false))
            }
            guard base != word, let form = forms[base] else { continue }
            add(word, Form(word: form.word, isPlural: irregular[word]?.isPlural ?? true))
        }
        for inflection in inflections where forms[inflection.form] == nil {
            guard let form = forms[inflection.word] else { continue }
            add(inflection.form, Form(word: form.word, isPlural: inflection.isPlural))
        }
        func addPlurals(of word: String) {
            guard let form = forms[word] else { return }
            for plural in Self.plurals(of: word) where forms[plural] == nil {
                add(plural, Form(word: form.word, isPlural: true))
            }
        }
        for word in sorted { addPlurals(of: word) }
        let new = others.filter { forms[$0] == nil }.sorted()
        for word in new {
            count += 1
            add(word, Form(word: count, isPlural: false))
        }
        for word in new { addPlurals(of: word) }
        self.count = Int(count)
        var capacity = 64
        while capacity < forms.count * 3 { capacity *= 2 }
        slots = [Slot](repeating: Slot(), count: capacity)
        mask = capacity - 1
        for word in order {
            if let form = forms[word] { insert(Array(word.utf8), form) }
        }
        bytes += [UInt8](repeating: 0, count: 8)
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

    private mutating func insert(_ word: [UInt8], _ form: Form) {
        let hash = WordHash(word)
        var slot = Self.slot(hash, mask)
        while slots[slot].form.word != Self.unknown { slot = (slot + 1) & mask }
        slots[slot] = Slot(hash: hash, start: UInt32(bytes.count), length: UInt16(word.count), form: form)
        bytes += word
    }

    /// The word that a form belongs to: what inflections.tsv says, else its singular where that is a word too.
    private static func base(of form: String, in words: Set<String>, _ irregular: [String: Inflection]) -> String {
        irregular[form]?.word ?? singulars(of: form).first { words.contains($0) } ?? form
    }

    private static func singulars(of form: String) -> [String] {
        guard form.utf8.count > 3, form.hasSuffix("s"), !form.hasSuffix("ss"), !form.hasSuffix("us") else { return [] }
        var singulars = [String(form.dropLast())]
        if form.hasSuffix("ies") { singulars.append(form.dropLast(3) + "y") }
        if form.hasSuffix("es") { singulars.append(String(form.dropLast(2))) }
        return singulars.filter { $0.utf8.count > 2 }
    }

    private static func plurals(of word: String) -> [String] {
        guard word.utf8.count > 2, word.utf8.allSatisfy(ASCII.isLetter) else { return [] }
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return [word + "es"] }
        if word.hasSuffix("y") { return [word.dropLast() + "ies", word + "s"] }
        return [word + "s"]
    }
}
