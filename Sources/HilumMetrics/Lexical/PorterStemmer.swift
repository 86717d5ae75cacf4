/// The stemmer of Porter (1980, "An algorithm for suffix stripping"), with the deviations of NLTK's default mode, as rouge_score
/// uses it: "effusions" and "effusion" are "effus".
///
/// One value stems one word after the other in the same memory.
struct PorterStemmer {
    /// The word as the steps leave it.
    private var word: [UInt8] = []

    /// The stem of a word.
    /// - Parameter letters: of a–z and 0–9; a digit counts as a consonant.
    mutating func stem(_ letters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        word.removeAll(keepingCapacity: true)
        word += letters
        guard word.count > 2 else { return word[...] }
        if let irregular = PorterRules.irregular.first(where: { $0.suffix.count == word.count && ends(with: $0.suffix) }) {
            return irregular.replacement[...]
        }
        removePlural()
        removePastOrParticiple()
        turnFinalY()
        shortenDoubleSuffix()
        apply(PorterRules.step3) { $0.measure(of: $1) > 0 }
        removeSuffix()
        removeFinalE()
        if ends(with: "ll"), measure(of: word.count - 1) > 1 { word.removeLast() }
        return word[...]
    }

    // MARK: Steps, by the numbers of the paper

    /// 1a. Four letters keep an e: "dies" is "die", but "flies" is "fli".
    private mutating func removePlural() {
        if ends(with: "sses") {
            word.removeLast(2)
        } else if ends(with: "ies") {
            word.removeLast(word.count == 4 ? 1 : 2)
        } else if ends(with: "s"), !ends(with: "ss") {
            word.removeLast()
        }
    }

    /// 1b
    private mutating func removePastOrParticiple() {
        if ends(with: "ied") {
            word.removeLast(word.count == 4 ? 1 : 2)
        } else if ends(with: "eed") {
            if measure(of: word.count - 3) > 0 { word.removeLast() }
        } else if ends(with: "ed"), hasVowel(before: word.count - 2) {
            word.removeLast(2)
            restoreEnding()
        } else if ends(with: "ing"), hasVowel(before: word.count - 3) {
            word.removeLast(3)
            restoreEnding()
        }
    }

    /// What is left of a verb: "dilat" is "dilate", "stopp" is "stop", "siz" is "size".
    private mutating func restoreEnding() {
        if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
            word.append(UInt8(ascii: "e"))
        } else if endsInDoubleConsonant {
            if !ends(with: "l"), !ends(with: "s"), !ends(with: "z") { word.removeLast() }
        } else if measure(of: word.count) == 1, isShort(word.count) {
            word.append(UInt8(ascii: "e"))
        }
    }

    /// 1c. After a consonant that is not the first letter; the paper asks for a vowel instead.
    private mutating func turnFinalY() {
        let stem = word.count - 1
        if ends(with: "y"), stem > 1, isConsonant(stem - 1) { word[stem] = UInt8(ascii: "i") }
    }

    /// 2. Here "alli" comes before all others, and what it leaves may be shortened again.
    private mutating func shortenDoubleSuffix() {
        while ends(with: "alli"), measure(of: word.count - 4) > 0 { word.removeLast(2) }
        if ends(with: "logi") {
            if measure(of: word.count - 3) > 0 { word.removeLast() }
            return
        }
        apply(PorterRules.step2) { $0.measure(of: $1) > 0 }
    }

    /// 4
    private mutating func removeSuffix() {
        if ends(with: "ion") {
            let stem = word.count - 3
            if measure(of: stem) > 1, word[stem - 1] == UInt8(ascii: "s") || word[stem - 1] == UInt8(ascii: "t") {
                word.removeLast(3)
            }
            return
        }
        apply(PorterRules.step4) { $0.measure(of: $1) > 1 }
    }

    /// 5a
    private mutating func removeFinalE() {
        guard ends(with: "e") else { return }
        let stem = word.count - 1
        let measure = measure(of: stem)
        if measure > 1 || measure == 1 && !isShort(stem) { word.removeLast() }
    }

    // MARK: What the steps ask and do

    /// Replaces the suffix of the first rule that fits, if the condition holds for what stands before it; no further rule is tried.
    private mutating func apply(_ rules: [PorterRules.Rule], where condition: (borrowing Self, Int) -> Bool) {
        let ending = ending
        guard let rule = rules.first(where: { $0.suffix.isEnd(of: ending) }), condition(self, word.count - rule.suffix.count)
        else { return }
        word.removeLast(rule.suffix.count)
        word += rule.replacement
    }

    private func ends(with suffix: PorterRules.Suffix) -> Bool {
        suffix.isEnd(of: ending)
    }

    /// The last eight letters.
    private var ending: UInt64 {
        var ending: UInt64 = 0
        for index in max(0, word.count - 8)..<word.count { ending = ending << 8 | UInt64(word[index]) }
        return ending
    }

    /// A letter other than a, e, i, o, u, and y unless a consonant stands before it.
    private func isConsonant(_ index: Int) -> Bool {
        switch word[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
        case UInt8(ascii: "y"):
            var first = index
            while first > 0, word[first - 1] == UInt8(ascii: "y") { first -= 1 }
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
                switch word[index] {
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
        word.count >= 2 && word[word.count - 1] == word[word.count - 2] && isConsonant(word.count - 1)
    }

    /// Whether the first `count` letters end in consonant, vowel, consonant other than w, x, y, or are a vowel and a consonant.
    private func isShort(_ count: Int) -> Bool {
        if count == 2 { return !isConsonant(0) && isConsonant(1) }
        guard count >= 3, isConsonant(count - 3), !isConsonant(count - 2), isConsonant(count - 1) else { return false }
        let last = word[count - 1]
        return last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != UInt8(ascii: "y")
    }
}
