/// The suffixes of the stemmer's longer steps, in the order in which they are tried.
enum PorterRules {
    struct Rule {
        let suffix: Suffix
        let replacement: Suffix

        init(_ suffix: Suffix, _ replacement: Suffix = "") {
            self.suffix = suffix
            self.replacement = replacement
        }
    }

    /// Up to eight letters in one number, so that a word is compared with dozens of them in as many steps.
    struct Suffix: ExpressibleByStringLiteral {
        let count: Int
        let letters: UInt64
        private let mask: UInt64

        init(stringLiteral text: StaticString) {
            count = text.utf8CodeUnitCount
            mask = 1 << (8 * UInt64(text.utf8CodeUnitCount)) &- 1
            letters = text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
        }

        /// - Parameter ending: the last eight letters of a word, 0 for those that it has not.
        func isEnd(of ending: UInt64) -> Bool {
            ending & mask == letters
        }
    }

    static let step2 = [
        Rule("ational", "ate"), Rule("tional", "tion"), Rule("enci", "ence"), Rule("anci", "ance"), Rule("izer", "ize"),
        Rule("bli", "ble"), Rule("alli", "al"), Rule("entli", "ent"), Rule("eli", "e"), Rule("ousli", "ous"),
        Rule("ization", "ize"), Rule("ation", "ate"), Rule("ator", "ate"), Rule("alism", "al"), Rule("iveness", "ive"),
        Rule("fulness", "ful"), Rule("ousness", "ous"), Rule("aliti", "al"), Rule("iviti", "ive"), Rule("biliti", "ble"),
        Rule("fulli", "ful"),
    ]

    static let step3 = [
        Rule("icate", "ic"), Rule("ative"), Rule("alize", "al"), Rule("iciti", "ic"), Rule("ical", "ic"), Rule("ful"),
        Rule("ness"),
    ]

    static let step4 = [
        Rule("al"), Rule("ance"), Rule("ence"), Rule("er"), Rule("ic"), Rule("able"), Rule("ible"), Rule("ant"), Rule("ement"),
        Rule("ment"), Rule("ent"), Rule("ou"), Rule("ism"), Rule("ate"), Rule("iti"), Rule("ous"), Rule("ive"), Rule("ize"),
    ]

    /// Whole words that have their stem from no rule.
    static let irregular = [
        Rule("sky", "sky"), Rule("skies", "sky"), Rule("dying", "die"), Rule("lying", "lie"), Rule("tying", "tie"),
        Rule("news", "news"), Rule("innings", "inning"), Rule("inning", "inning"), Rule("outings", "outing"),
        Rule("outing", "outing"), Rule("cannings", "canning"), Rule("canning", "canning"), Rule("howe", "howe"),
        Rule("proceed", "proceed"), Rule("exceed", "exceed"), Rule("succeed", "succeed"),
    ]
}
