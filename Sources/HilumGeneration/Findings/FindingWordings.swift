import Hilum

/// The ways to word a finding, those that a radiologist would write first.
///
/// One order of attributes for all: status, change, count, degree, length, qualities, side, name, place; of a device, where it
/// ends and how it lies.
struct FindingWordings: Sendable {
    let ontology: Ontology
    let hedges: Hedges
    let plurals: Plurals
    /// By concept: its preferred name and then its other terms.
    private let names: [[String]]
    /// By concept: how it is written where its name would not do.
    private let wordings: [[Wording]]
    /// By concept and side: a name that says the side and ends with the concept's own: "leftward mediastinal shift", "levoscoliosis".
    private let sidedNames: [ConceptID: [Laterality: String]]
    /// What a site is called where just its left or right half is meant: "hemidiaphragm".
    let halves: [ConceptID: String]
    /// Of which several tips are those of several leads.
    let leadDevices: ConceptID?
    /// By descriptor: what number it is ("multiple"), so that this is not said twice.
    let counts: [ConceptID: FindingCount]
    /// The words that qualify a state: "mildly".
    let adverbs: [Severity: String]
    /// States of one word: "elevated".
    let stateWords: Set<String>

    /// How many names of a concept are tried.
    private static let mostNames = 8

    init(ontology: Ontology, hedges: Hedges) {
        self.ontology = ontology
        self.hedges = hedges
        plurals = Plurals(ontology: ontology)
        var names = ontology.concepts.map { [$0.name] }
        for term in ontology.terms where term.laterality == nil && names[term.concept.index].count < Self.mostNames {
            if term.text != names[term.concept.index][0] { names[term.concept.index].append(term.text) }
        }
        self.names = names
        var wordings = [[Wording]](repeating: [], count: ontology.concepts.count)
        for wording in ontology.wordings { wordings[wording.concept.index].append(wording) }
        self.wordings = wordings
        sidedNames = ontology.terms.reduce(into: [:]) { names, term in
            guard let side = term.laterality, term.text.hasSuffix(ontology[term.concept].name) else { return }
            names[term.concept, default: [:]][side] = names[term.concept]?[side] ?? term.text
        }
        halves = Dictionary(
            ontology.terms.filter { $0.text == "hemi" + ontology[$0.concept].name }.map { ($0.concept, $0.text) },
            uniquingKeysWith: { first, _ in first })
        leadDevices = ontology.concept("device.cardiac-device")?.id
        stateWords = Set(
            ontology.terms.filter { ontology.kind(of: $0.concept) == .state && !$0.text.contains(" ") }.map(\.text))
        adverbs = Dictionary(
            ontology.modifiers.compactMap { modifier in
                guard case .severity(let severity) = modifier.value, modifier.text == severity.rawValue + "ly"
                else { return nil }
                return (severity, modifier.text)
            }, uniquingKeysWith: { first, _ in first })
        counts = Dictionary(
            ontology.numberWords.compactMap { word in
                guard word.kind == .cardinal, let concept = ontology.terms.first(where: { $0.text == word.text })?.concept else {
                    return nil
                }
                return (concept, word.value.map(FindingCount.exactly) ?? .many)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The first wording that `isRight` accepts; nil if none does.
    func first(for finding: Finding, where isRight: (String) -> Bool) -> String? {
        let own = wordings[finding.concept.index].filter { ($0.status == .absent) == (finding.status == .absent) }
        let name = ontology[finding.concept].name
        if let side = finding.laterality, let sided = sidedNames[finding.concept]?[side] {
            var rest = finding
            rest.laterality = nil
            for wording in own where wording.text.contains(name) {
                let text = wording.text.replacing(name, with: sided)
                for text in texts(of: rest, wording, text: text) where isRight(text) { return text }
            }
            for text in texts(of: rest, name: sided, isPlural: isPlural(finding, sided)) where isRight(text) { return text }
        }
        for wording in own {
            for text in texts(of: finding, wording, text: wording.text) where isRight(text) { return text }
        }
        for name in names[finding.concept.index] {
            for text in texts(of: finding, name: name) where isRight(text) { return text }
        }
        return nil
    }
}
