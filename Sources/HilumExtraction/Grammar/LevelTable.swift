import HilumOntology
import HilumText

/// The members of numbered series, with a phrase for each: what reading "ribs 4-8" puts in for what the report leaves out.
struct LevelTable: Sendable {
    /// By series and number: a phrase of the member.
    private let entries: [Key: Int32]
    /// By series, letter and number: the number in the series. T8 is the fifteenth vertebra.
    private let numbers: [Label: UInt8]
    /// A phrase that coordinates.
    let coordinator: Int32?

    private struct Key: Hashable {
        var series: ConceptID
        var number: UInt8
    }

    private struct Label: Hashable {
        var series: ConceptID
        var prefix: UInt8
        var value: UInt8
    }

    /// The letter with which a label begins, lower-case; 0 if it begins with none.
    static func prefix(of label: String) -> UInt8 {
        label.utf8.first.flatMap { ASCII.isLetter($0) ? ASCII.folded($0) : nil } ?? 0
    }

    init(ontology: Ontology, lexicon: Lexicon) {
        var entries: [Key: Int32] = [:]
        var coordinator: Int32?
        for (index, entry) in lexicon.entries.enumerated() {
            if coordinator == nil, entry.connective == .coordinator { coordinator = Int32(index) }
            guard let level = entry.level, level.number != 0 else { continue }
            let key = Key(series: level.series, number: level.number)
            entries[key] = entries[key] ?? Int32(index)
        }
        var numbers: [Label: UInt8] = [:]
        for concept in ontology.concepts {
            guard let level = ontology.level(of: concept.id) else { continue }
            let prefix = Self.prefix(of: level.label)
            guard let value = UInt8(prefix == 0 ? level.label : String(level.label.dropFirst())) else { continue }
            numbers[Label(series: level.series, prefix: prefix, value: value)] = UInt8(level.number)
        }
        self.entries = entries
        self.numbers = numbers
        self.coordinator = coordinator
    }

    /// A phrase for a member of a series; nil where there is none.
    func entry(of series: ConceptID, _ number: UInt8) -> Int32? { entries[Key(series: series, number: number)] }

    /// The number in the series of what a label says: 15 for T and 8.
    func number(in series: ConceptID, prefix: UInt8, value: UInt8) -> UInt8? {
        numbers[Label(series: series, prefix: prefix, value: value)]
    }
}
