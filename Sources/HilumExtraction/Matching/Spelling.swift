import HilumOntology
import HilumText

/// Reads a long word that the vocabulary lacks as the one word of it that differs by a single slip: a letter too many, too few, another
/// letter, or two neighbours exchanged (Damerau 1964, doi:10.1145/363958.363994).
///
/// The first and the last letter must be right, as a slip there more often makes another word than a misspelling: "asymmetric" and
/// "symmetric", "trachea" and "tracheal". A word that begins as lookalikes.tsv has it (`micro-`) is read only as one that begins so too.
/// A word that may be either of two stays unknown.
///
/// Two words differ by one slip only if both, with at most one letter left out, come to the same; so all words with a letter left out are
/// laid out once by their hash (Garbe's symmetric deletion).
struct Spelling: Sendable {
    /// In letters, of the word in text and of the vocabulary's: a slip in a shorter one often makes another word.
    static let shortestWord = 7
    /// In letters: in a shorter one another letter often makes another word (capping, cupping), so only a letter too many or an exchange is
    /// taken for a slip.
    private static let shortestSubstituted = 8
    /// In letters; longer ones are no English words, and would cost their length squared.
    private static let longestWord = 32

    private struct Candidate {
        var start: UInt32
        var length: UInt8
        var form: Vocabulary.Form
    }

    private var candidates: [Candidate] = []
    private var bytes: [UInt8] = []
    /// Open-addressed: the index of a candidate after each hash, `empty` where there is none.
    private var slots: [(hash: UInt32, candidate: UInt32)] = []
    private var mask = 0
    private static let empty = UInt32.max
    private var prefixes: [[UInt8]] = []

    init(vocabulary: Vocabulary, prefixes: [String]) {
        self.prefixes = prefixes.map { Array($0.utf8) }.filter { $0.count < Self.shortestWord }
        var candidates: [Candidate] = []
        var bytes: [UInt8] = []
        vocabulary.forEachForm { word, form in
            guard Self.isLong(word.count), word.allSatisfy({ ASCII.isLower($0) }) else { return }
            candidates.append(Candidate(start: UInt32(bytes.count), length: UInt8(word.count), form: form))
            bytes += word
        }
        // Of each word the whole, and all but each inner letter.
        let count = bytes.count - candidates.count
        var capacity = 64
        while capacity < count * 2 { capacity *= 2 }
        let mask = capacity - 1
        var slots = [(hash: UInt32, candidate: UInt32)](repeating: (0, Self.empty), count: capacity)
        slots.withUnsafeMutableBufferPointer { slots in
            bytes.withUnsafeBufferPointer { bytes in
                for (index, candidate) in candidates.enumerated() {
                    let start = Int(candidate.start)
                    Self.forEachHash(of: bytes, start, start + Int(candidate.length)) { hash in
                        var slot = Int(hash) & mask
                        while slots[slot].candidate != Self.empty { slot = (slot + 1) & mask }
                        slots[slot] = (hash, UInt32(index))
                    }
                }
            }
        }
        self.candidates = candidates
        self.bytes = bytes
        self.slots = slots
        self.mask = mask
    }

    private static func isLong(_ length: Int) -> Bool { (shortestWord...longestWord).contains(length) }

    /// What an unknown word is read as; nil if it stays unknown.
    func form(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Vocabulary.Form? {
        guard Self.isLong(end - start), (start..<end).allSatisfy({ ASCII.isLower(ASCII.folded(text[$0])) }) else { return nil }
        var found: Vocabulary.Form?
        var isAmbiguous = false
        Self.forEachHash(of: text, start, end) { hash in
            var slot = Int(hash) & mask
            while slots[slot].candidate != Self.empty {
                if slots[slot].hash == hash {
                    let candidate = candidates[Int(slots[slot].candidate)]
                    if isOneSlip(from: candidate, text, start, end) {
                        if let found, found.word != candidate.form.word { isAmbiguous = true }
                        found = found ?? candidate.form
                    }
                }
                slot = (slot + 1) & mask
            }
        }
        return isAmbiguous ? nil : found
    }

    // MARK: Hashes

    /// The hash of a word and of the word without each of its inner letters: the sum of each letter times a power of `base`.
    @inline(__always)
    private static func forEachHash(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (UInt32) -> Void) {
        var whole: UInt64 = 0
        var power: UInt64 = 1
        for index in start..<end {
            whole &+= UInt64(ASCII.folded(text[index])) &* power
            power &*= base
        }
        body(mixed(whole))
        let inverse = Self.inverse
        var before: UInt64 = 0
        var last: UInt8 = 0
        power = 1
        for index in start..<end {
            let letter = ASCII.folded(text[index])
            let value = UInt64(letter) &* power
            // Of two like letters either leaves the same.
            if index > start, index < end - 1, letter != last || index == start + 1 {
                body(mixed(before &+ (whole &- before &- value) &* inverse))
            }
            before &+= value
            power &*= base
            last = letter
        }
    }

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// Of `base` modulo 2⁶⁴, by Newton's iteration, which doubles the correct bits from the three that an odd number has.
    private static let inverse: UInt64 = (0..<5).reduce(base) { inverse, _ in inverse &* (2 &- base &* inverse) }

    private static func mixed(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: (hash ^ hash >> 29) >> 16) }

    // MARK: Slips

    private func isOneSlip(from candidate: Candidate, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        let other = Int(candidate.length)
        let first = Int(candidate.start)
        guard abs(length - other) <= 1 else { return false }
        let shorter = min(length, other)
        func letter(_ index: Int) -> UInt8 { ASCII.folded(text[start + index]) }
        func otherLetter(_ index: Int) -> UInt8 { bytes[first + index] }
        var same = 0
        while same < shorter, letter(same) == otherLetter(same) { same += 1 }
        var sameAtEnd = 0
        while sameAtEnd < shorter - same, letter(length - 1 - sameAtEnd) == otherLetter(other - 1 - sameAtEnd) { sameAtEnd += 1 }
        guard same > 0, sameAtEnd > 0, haveTheSamePrefix(as: candidate, text, start) else { return false }
        if length != other { return same + sameAtEnd == shorter }
        switch length - same - sameAtEnd {
        case 1: return other >= Self.shortestSubstituted
        case 2: return letter(same) == otherLetter(same + 1) && letter(same + 1) == otherLetter(same)
        default: return false
        }
    }

    /// Whether a word begins with no prefix that a candidate lacks.
    private func haveTheSamePrefix(as candidate: Candidate, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        prefixes.allSatisfy { prefix in
            let isThere = prefix.indices.allSatisfy { ASCII.folded(text[start + $0]) == prefix[$0] }
            return !isThere || bytes[Int(candidate.start)...].starts(with: prefix)
        }
    }
}
