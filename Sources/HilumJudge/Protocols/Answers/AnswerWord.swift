/// The words that the forms of an answer are made of, by what they do there.
enum AnswerWord: UInt8 {
    // Headings.
    case clinically, significant, insignificant, not, error, by, type, number, of, the, matched, finding, be
    /// The heading of what is no count: an explanation.
    case aside
    // Names of categories.
    case falsely, positive, omission, wrong, location, severity, comparison, filler
    // Counts.
    case no, placeholder, and, or
    // Refusals.
    case refusing

    /// Words by the hash of their small letters.
    static let byHash: [UInt64: AnswerWord] = {
        var table: [UInt64: AnswerWord] = [:]
        for (words, word) in lists {
            for text in words.split(separator: " ") { table[hash(of: text.utf8)] = word }
        }
        return table
    }()

    private static let lists: [(String, AnswerWord)] = [
        ("clinically clinical", .clinically), ("significant", .significant), ("insignificant nonsignificant", .insignificant),
        ("not non", .not), ("error errors mistake mistakes", .error), ("by per", .by),
        ("type types category categories kind kinds", .type), ("number numbers count counts total sum", .number), ("of", .of),
        ("the final overall", .the), ("matched matching matches", .matched), ("finding findings", .finding),
        ("is are was were be there", .be),
        (
            "explanation explanations rationale reasoning summary conclusion note notes comment comments score assessment discussion",
            .aside
        ),
        (
            "false falsely spurious hallucinated hallucination hallucinations invented mention mentions mentioned mentioning",
            .falsely
        ),
        ("positive positives prediction predictions predicted report reports reported reporting", .positive),
        ("omission omissions omitted omitting omit missing missed miss misses negative negatives", .omission),
        ("incorrect incorrectly wrong misidentification misidentified misassessment misassessed misplaced", .wrong),
        ("location locations position positions anatomic anatomical anatomy site side laterality", .location),
        ("severity degree size", .severity), ("comparison comparisons prior previous change changes temporal", .comparison),
        (
            "a an in to from that with for on its it isnt candidate reference study studies present absent detailing describing",
            .filler
        ),
        ("no none nil na", .no), ("n x k integer", .placeholder), ("and", .and), ("or", .or),
        ("sorry apologies apologize apologise cannot cant unable decline refuse", .refusing),
    ]

    // MARK: Numbers in words

    static let numbersByHash: [UInt64: UInt8] = {
        let words = "zero one two three four five six seven eight nine ten eleven twelve".split(separator: " ")
        return Dictionary(uniqueKeysWithValues: words.enumerated().map { (hash(of: $1.utf8), UInt8($0)) })
    }()

    // MARK: Hashes: FNV-1a (draft-eastlake-fnv)

    static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func add(_ byte: UInt8, to hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    private static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = emptyHash
        for byte in bytes { add(byte, to: &hash) }
        return hash
    }
}
