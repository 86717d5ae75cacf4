import Hilum

/// The ways to word a finding, those that a radiologist would write first.
///
/// One order of attributes for all: status, change, degree, count, length, qualities, side, name, place; of a device, where it ends and how it lies.
struct FindingWordings: Sendable {
    let ontology: Ontology
    let hedges: Hedges
    let plurals: Plurals
    /// By concept: its preferred name and then its other terms.
    private let names: [[String]]
    /// By concept: what says of an organ that there is no such finding: "clear lungs".
    private let denials: [[String]]
    /// By descriptor: what number it is ("multiple"), so that this is not said twice.
    let counts: [ConceptID: FindingCount]

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
        let states = ontology.terms.filter { ontology.kind(of: $0.concept) == .state }
        var denials = [[String]](repeating: [], count: ontology.concepts.count)
        for frame in ontology.frames where frame.status == .absent && Self.wholeStates.contains(ontology[frame.state].name) {
            guard let subject = frame.subject, ontology.sites(of: frame.concept).first == subject,
                let state = states.first(where: { $0.concept == frame.state })?.text
            else { continue }
            let name = ontology[subject].name
            denials[frame.concept.index].append("\(state) \(ontology.hasSides(subject) ? plurals.plural(of: name) : name)")
        }
        self.denials = denials
        counts = Dictionary(
            ontology.numberWords.compactMap { word in
                guard word.kind == .cardinal, let concept = ontology.terms.first(where: { $0.text == word.text })?.concept else { return nil }
                return (concept, word.value.map(FindingCount.exactly) ?? .many)
            }, uniquingKeysWith: { first, _ in first })
    }

    private static let wholeStates: Set<String> = ["normal", "clear"]

    /// The first wording that `isRight` accepts; nil if none does.
    func first(for finding: Finding, where isRight: (String) -> Bool) -> String? {
        if finding == Finding(finding.concept, .absent) {
            for text in denials[finding.concept.index] where isRight(text) { return text }
        }
        for name in names[finding.concept.index] {
            for text in wordings(of: finding, name: name) where isRight(text) { return text }
        }
        return nil
    }
}
