/// What a sentence must hold for some step of its reading to have anything to do: most sentences skip most of these steps.
struct PhraseTraits: OptionSet {
    let rawValue: UInt16

    /// A site of a numbered series, or a finding in one.
    static let level = PhraseTraits(rawValue: 1)
    static let number = PhraseTraits(rawValue: 2)
    static let device = PhraseTraits(rawValue: 4)
    /// A word that names the end of a device.
    static let tip = PhraseTraits(rawValue: 8)
    /// A word of side.
    static let side = PhraseTraits(rawValue: 16)
    static let site = PhraseTraits(rawValue: 32)
    static let state = PhraseTraits(rawValue: 64)
    static let cue = PhraseTraits(rawValue: 128)
    static let coordinator = PhraseTraits(rawValue: 256)
    /// What describes a finding: severity, size, change, placement or descriptor.
    static let modifier = PhraseTraits(rawValue: 512)

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// - Parameter kind: the role in which the phrase is read first; as another it has the same traits.
    init(of entry: Lexicon.Entry, _ kind: ItemKind) {
        self = []
        if kind == .site { insert(.site) }
        if entry.state != nil { insert(.state) }
        if entry.cue != nil { insert(.cue) }
        if entry.concept != nil, kind != .site, kind != .finding { insert(.modifier) }
        switch entry.connective {
        case .coordinator, .alternative: insert(.coordinator)
        default: break
        }
        if entry.level != nil { insert(.level) }
        if entry.number?.kind == .cardinal { insert(.number) }
        if entry.isDevice { insert(.device) }
        switch entry.attribute {
        case .laterality: insert(.side)
        case .severity, .size, .change, .placement: insert(.modifier)
        case nil: break
        }
        switch entry.tipRole {
        case .tip, .sidePort, .end: insert(.tip)
        default: break
        }
    }
}
