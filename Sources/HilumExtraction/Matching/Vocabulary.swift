/// The words that phrases are made of, each with a number; the forms of one word (plurals, spellings) share it.
///
/// An open-addressed table over the folded bytes of a word, so that a lookup allocates nothing.
struct Vocabulary: Sendable {
    static let unknown: UInt16 = 0

    private var slots: [Slot] = []
    private var bytes: [UInt8] = []
    private var mask = 0
    private(set) var count: UInt16 = 1

    private struct Slot {
        var hash: UInt32 = 0
        var word: UInt16 = Vocabulary.unknown
        var start: UInt32 = 0
        var length: UInt16 = 0
    }

    /// - Parameters:
    ///   - words: lower-case.
    ///   - inflections: an irregular form to the word that it is a form of.
    init(words: Set<String>, inflections: [String: String]) {
        var numbers: [String: UInt16] = [:]
        let forms = words.union(inflections.values)
        for word in forms.sorted() {
            let base = Self.base(of: word, in: forms, inflections)
            if numbers[base] == nil {
                numbers[base] = count
                count += 1
            }
            numbers[word] = numbers[base]
        }
        for (form, word) in inflections where numbers[form] == nil {
            numbers[form] = numbers[word]
        }
        for word in forms.sorted() {
            for plural in Self.plurals(of: word) where numbers[plural] == nil {
                numbers[plural] = numbers[word]
            }
        }
        var capacity = 64
        while capacity < numbers.count * 3 { capacity *= 2 }
        slots = [Slot](repeating: Slot(), count: capacity)
        mask = capacity - 1
        for (word, number) in numbers.sorted(by: { $0.key < $1.key }) {
            insert(Array(word.utf8), number)
        }
    }

    /// The number of a word in text, whatever its case.
    @inline(__always)
    func number(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
        var hash = Self.seed
        for index in start..<end { hash = (hash ^ UInt32(ASCII.folded(text[index]))) &* Self.prime }
        var slot = Int(hash ^ hash >> 15) & mask
        while true {
            let entry = slots[slot]
            if entry.word == Self.unknown { return Self.unknown }
            if entry.hash == hash, Int(entry.length) == end - start, equals(entry, text, start) { return entry.word }
            slot = (slot + 1) & mask
        }
    }

    func number(of word: String) -> UInt16 {
        var word = word
        return word.withUTF8 { number(of: $0, 0, $0.count) }
    }

    private static let seed: UInt32 = 0x811c_9dc5
    private static let prime: UInt32 = 0x0100_0193

    @inline(__always)
    private func equals(_ entry: Slot, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let first = Int(entry.start)
        for offset in 0..<Int(entry.length) where bytes[first + offset] != ASCII.folded(text[start + offset]) {
            return false
        }
        return true
    }

    private mutating func insert(_ word: [UInt8], _ number: UInt16) {
        var hash = Self.seed
        for byte in word { hash = (hash ^ UInt32(byte)) &* Self.prime }
        var slot = Int(hash ^ hash >> 15) & mask
        while slots[slot].word != Self.unknown { slot = (slot + 1) & mask }
        slots[slot] = Slot(hash: hash, word: number, start: UInt32(bytes.count), length: UInt16(word.count))
        bytes += word
    }

    /// The word that a form belongs to: what inflections.tsv says, else its singular where that is a word too.
    private static func base(of form: String, in words: Set<String>, _ inflections: [String: String]) -> String {
        if let word = inflections[form] { return word }
        return singulars(of: form).first { words.contains($0) } ?? form
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
