/// The stemmer of Porter (1980, "An algorithm for suffix stripping"), with the deviations of NLTK's default mode, as rouge_score
/// uses it: "effusions" and "effusion" are "effus".
///
/// One value stems one word after the other in the same memory.
struct PorterStemmer {
    /// The word as the steps leave it, behind eight zeros, so that its ending can be read in one go.
    private var room = [UInt8](repeating: 0, count: margin + 32)
    /// How many letters it has.
    private var count = 0

    private static let margin = 8

    /// Stems a word.
    /// - Parameters:
    ///   - letters: of a–z and 0–9; a digit counts as a consonant.
    ///   - use: what to do with the stem.
    mutating func stem<Result>(
        _ letters: UnsafeBufferPointer<UInt8>, _ use: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        take(letters)
        stem()
        return room.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0[Self.margin..<Self.margin + count])) }
    }

    private mutating func take(_ letters: UnsafeBufferPointer<UInt8>) {
        // One letter more may be appended.
        let size = Self.margin + letters.count + 1
        if size > room.count { room += [UInt8](repeating: 0, count: size - room.count) }
        for index in letters.indices { room[Self.margin + index] = letters[index] }
        count = letters.count
    }

    private mutating func stem() {
        guard count > 2 else { return }
        let ending = ending
        for rule in PorterRules.irregular where rule.suffix.count == count && rule.suffix.isEnd(of: ending) {
            return replace(rule)
        }
        removePlural()
        removePastOrParticiple()
        turnFinalY()
        shortenDoubleSuffix()
        apply(PorterRules.step3) { $0.measure(of: $1) > 0 }
        removeSuffix()
        removeFinalE()
        if last == UInt8(ascii: "l"), ends(with: "ll"), measure(of: count - 1) > 1 { count -= 1 }
    }

    private subscript(index: Int) -> UInt8 { room[Self.margin + index] }

    /// The last letter, of which most suffixes are no end.
    private var last: UInt8 { self[count - 1] }

    // MARK: Steps, by the numbers of the paper

    /// 1a. Four letters keep an e: "dies" is "die", but "flies" is "fli".
    private mutating func removePlural() {
        guard last == UInt8(ascii: "s") else { return }
        if ends(with: "sses") {
            count -= 2
        } else if ends(with: "ies") {
            count -= count == 4 ? 1 : 2
        } else if !ends(with: "ss") {
            count -= 1
        }
    }

    /// 1b
    private mutating func removePastOrParticiple() {
        switch last {
        case UInt8(ascii: "d"):
            if ends(with: "ied") {
                count -= count == 4 ? 1 : 2
            } else if ends(with: "eed") {
                if measure(of: count - 3) > 0 { count -= 1 }
            } else if ends(with: "ed"), hasVowel(before: count - 2) {
                count -= 2
                restoreEnding()
            }
        case UInt8(ascii: "g"):
            guard ends(with: "ing"), hasVowel(before: count - 3) else { return }
            count -= 3
            restoreEnding()
        default: break
        }
    }

    /// What is left of a verb: "dilat" is "dilate", "stopp" is "stop", "siz" is "size".
    private mutating func restoreEnding() {
        if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
            append(UInt8(ascii: "e"))
        } else if endsInDoubleConsonant {
            if !ends(with: "l"), !ends(with: "s"), !ends(with: "z") { count -= 1 }
        } else if measure(of: count) == 1, isShort(count) {
            append(UInt8(ascii: "e"))
        }
    }

    /// 1c. After a consonant that is not the first letter; the paper asks for a vowel instead.
    private mutating func turnFinalY() {
        let stem = count - 1
        if last == UInt8(ascii: "y"), stem > 1, isConsonant(stem - 1) { room[Self.margin + stem] = UInt8(ascii: "i") }
    }

    /// 2. Here "alli" comes before all others, and what it leaves may be shortened again.
    private mutating func shortenDoubleSuffix() {
        if last == UInt8(ascii: "i") {
            while ends(with: "alli"), measure(of: count - 4) > 0 { count -= 2 }
            if ends(with: "logi") {
                if measure(of: count - 3) > 0 { count -= 1 }
                return
            }
        }
        apply(PorterRules.step2) { $0.measure(of: $1) > 0 }
    }

    /// 4
    private mutating func removeSuffix() {
        if last == UInt8(ascii: "n"), ends(with: "ion") {
            let stem = count - 3
            if measure(of: stem) > 1, self[stem - 1] == UInt8(ascii: "s") || self[stem - 1] == UInt8(ascii: "t") {
                count -= 3
            }
            return
        }
        apply(PorterRules.step4) { $0.measure(of: $1) > 1 }
    }

    /// 5a
    private mutating func removeFinalE() {
        guard last == UInt8(ascii: "e") else { return }
        let stem = count - 1
        let measure = measure(of: stem)
        if measure > 1 || measure == 1 && !isShort(stem) { count -= 1 }
    }

    // MARK: What the steps ask and do

    /// Replaces the suffix of the first rule that fits, if the condition holds for what stands before it; no further rule is tried.
    private mutating func apply(_ rules: [PorterRules.Rule], where condition: (borrowing Self, Int) -> Bool) {
        let ending = ending
        for rule in rules where rule.suffix.isEnd(of: ending) {
            if condition(self, count - rule.suffix.count) { replace(rule) }
            return
        }
    }

    private mutating func replace(_ rule: PorterRules.Rule) {
        count -= rule.suffix.count
        for place in (0..<rule.replacement.count).reversed() {
            append(UInt8(truncatingIfNeeded: rule.replacement.letters >> (8 * UInt64(place))))
        }
    }

    private mutating func append(_ letter: UInt8) {
        room[Self.margin + count] = letter
        count += 1
    }

    private func ends(with suffix: PorterRules.Suffix) -> Bool {
        suffix.isEnd(of: ending)
    }

    /// The last eight letters.
    private var ending: UInt64 {
        UInt64(bigEndian: room.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: count, as: UInt64.self) })
    }

    /// A letter other than a, e, i, o, u, and y unless a consonant stands before it.
    private func isConsonant(_ index: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
        case UInt8(ascii: "y"):
            var first = index
            while first > 0, self[first - 1] == UInt8(ascii: "y") { first -= 1 }
            let isFirstConsonant = first == 0 || !isConsonant(first - 1)
            return (index - first).isMultiple(of: 2) == isFirstConsonant
        default: return true
        }
    }

    /// How often a consonant follows a vowel in the first `count` letters: m of the paper.
    private func measure(of count: Int) -> Int {
        var measure = 0
        var isAfterVowel = false
        for index in 0..<count {
            let isVowel =
                switch self[index] {
                case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
                case UInt8(ascii: "y"): index > 0 && !isAfterVowel
                default: false
                }
            if isAfterVowel, !isVowel { measure += 1 }
            isAfterVowel = isVowel
        }
        return measure
    }

    private func hasVowel(before count: Int) -> Bool {
        (0..<count).contains { !isConsonant($0) }
    }

    private var endsInDoubleConsonant: Bool {
        count >= 2 && self[count - 1] == self[count - 2] && isConsonant(count - 1)
    }

    /// Whether the first `count` letters end in consonant, vowel, consonant other than w, x, y, or are a vowel and a consonant.
    private func isShort(_ count: Int) -> Bool {
        if count == 2 { return !isConsonant(0) && isConsonant(1) }
        guard count >= 3, isConsonant(count - 3), !isConsonant(count - 2), isConsonant(count - 1) else { return false }
        let last = self[count - 1]
        return last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != UInt8(ascii: "y")
    }
}
