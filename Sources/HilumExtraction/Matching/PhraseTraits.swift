/// What a sentence must hold for some step of its reading to have anything to do: most sentences skip most of these steps.
struct PhraseTraits: OptionSet {
    let rawValue: UInt8

    /// A site of a numbered series, or a finding in one.
    static let level = PhraseTraits(rawValue: 1)
    static let number = PhraseTraits(rawValue: 2)
    static let device = PhraseTraits(rawValue: 4)
    /// A word that names the end of a device.
    static let tip = PhraseTraits(rawValue: 8)
    /// A word of side.
    static let side = PhraseTraits(rawValue: 16)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(of entry: Lexicon.Entry) {
        self = []
        if entry.level != nil { insert(.level) }
        if entry.number?.kind == .cardinal { insert(.number) }
        if entry.isDevice { insert(.device) }
        if case .laterality = entry.attribute { insert(.side) }
        switch entry.tipRole {
        case .tip, .sidePort, .end: insert(.tip)
        default: break
        }
    }
}
