/// What an item of a sentence is, in the role that the reading gives it.
enum ItemKind: UInt8 {
    /// Something a report may observe: a finding, disease, device or procedure.
    case finding
    /// Words that say something only of their subject: `enlarged`, `clear`.
    case state
    case site
    case descriptor
    case laterality, severity, size, change, placement
    /// The part of a device that a report places: `tip`, `side port`.
    case tip
    /// A cue of any kind; the lexicon's entry has the rest.
    case cue
    case coordinator, preposition, verb, determiner
    case number, unit
    case comma, colon, openParenthesis, closeParenthesis
    /// Words without a role.
    case other
    /// What de-identification took out.
    case mask

    /// Whether it may stand inside a noun phrase before its head.
    var isInsideNounPhrase: Bool {
        switch self {
        case .descriptor, .laterality, .severity, .size, .change, .placement, .tip, .number, .unit, .other, .mask: true
        default: false
        }
    }

    /// Whether observations are made of it.
    var isHead: Bool { self == .finding || self == .state }
}

/// A stretch of a sentence in one role; the items of a sentence cover all of its tokens.
struct Item {
    var kind: ItemKind
    /// Index into `Lexicon.entries`; -1 for punctuation, numbers and unknown words.
    var entry: Int32
    /// Bytes of the report.
    var start: Int32
    var end: Int32
    /// Whether its last word is a plural.
    var isPlural = false
    /// How many of its words make a clinical statement: those of a phrase that names a concept, state or attribute; 1 for a word that no
    /// phrase explains and that is not plain, 0 for all else. At most 255.
    var clinicalWords: UInt8 = 0

    var span: TextSpan { TextSpan(Int(start), Int(end)) }
}
