import Hilum

/// Draws lists of findings that might stand in a report, for tests and measurements: kinds, places, sides, degrees and changes as
/// the ontology allows them, denied, uncertain and present, devices with where they end. The same seed gives the same lists.
public struct FindingSampler: Sendable {
    private let phrases: FindingPhrases
    private let concepts: [Concept]
    private var generator: SeededGenerator

    /// How many findings a list has at most.
    private static let mostFindings = 8
    /// How often each of them is drawn at most, where what is drawn is kin to what the list has.
    private static let mostTries = 100

    public init(phrases: FindingPhrases, seed: UInt64) {
        self.phrases = phrases
        concepts = phrases.ontology.concepts.filter { $0.kind.isObservable && !$0.isGroup }
        generator = SeededGenerator(seed: seed)
    }

    /// The next list, of 1 to 8 findings of which none speaks of what another speaks of, in more or fewer words; of fewer where the
    /// ontology has not as many.
    public mutating func next() -> FindingList {
        let count = 1 + generator.index(below: Self.mostFindings)
        var findings: [Finding] = []
        for _ in 0..<count * Self.mostTries where findings.count < count {
            guard let concept = element(concepts) else { break }
            let ontology = phrases.ontology
            let isKin = findings.contains { ontology.isA($0.concept, concept.id) || ontology.isA(concept.id, $0.concept) }
            if !isKin { findings.append(finding(concept)) }
        }
        return FindingList(findings, phrases: phrases)
    }

    private mutating func chance(_ percent: Int) -> Bool { generator.index(below: 100) < percent }

    private mutating func element<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[generator.index(below: values.count)]
    }

    /// Present of devices and procedures, which are not denied here.
    private mutating func status(isFinding: Bool) -> Status {
        let draw = generator.index(below: 100)
        guard isFinding, draw >= 55 else { return .present }
        return draw < 85 ? .absent : .uncertain
    }

    private mutating func finding(_ concept: Concept) -> Finding {
        let isFinding = concept.kind == .finding || concept.kind == .disease
        var finding = Finding(concept.id, status(isFinding: isFinding))
        guard finding.status != .absent else { return finding }
        if finding.status == .uncertain { finding.likelihood = phrases.reader.hedges.nearest(to: nil).likelihood }
        if chance(15) { finding.change = element([.new, .increased, .decreased, .unchanged]) }
        if isFinding {
            if chance(25) {
                finding.severity = element(Severity.allCases)
            } else if chance(20) {
                finding.size = element([.tiny, .small, .large])
            }
        }
        if concept.kind == .device, chance(40), let tip = tip(of: concept) {
            finding.tip = tip
        } else if chance(50) {
            setPlace(of: &finding, concept)
        }
        return finding
    }

    private mutating func setPlace(of finding: inout Finding, _ concept: Concept) {
        let ontology = phrases.ontology
        let side: Laterality? = chance(20) ? .bilateral : element([.left, .right])
        let sites = concept.sites.filter { !phrases.reader.scorer.isImplied($0, by: concept.id) }
        if chance(60), let site = element(sites) {
            switch ontology.sidedness(of: site) {
            case .paired, .pair: finding.laterality = side
            case .left: finding.laterality = .left
            case .right: finding.laterality = .right
            case .midline, nil: break
            }
            finding.places = [Finding.Place(site, laterality: finding.laterality)]
        } else if concept.sidedness == .pair || concept.sites.first.map(ontology.hasSides) ?? false {
            finding.laterality = side
        }
    }

    private mutating func tip(of concept: Concept) -> Finding.Tip? {
        let rules = phrases.ontology.placements.filter { $0.part == .tip && $0.device == concept.id }
        guard let rule = element(rules) else { return nil }
        let place = Finding.Place(rule.site)
        guard rule.relation != .at, let distances = rule.distances, distances.upperBound >= 10 else {
            return Finding.Tip(places: [place], relation: rule.relation)
        }
        let centimetres = Double(Int(min(distances.upperBound, distances.lowerBound + 40)) / 10)
        return Finding.Tip(places: [place], relation: rule.relation, distance: Finding.Length(value: centimetres, unit: "cm"))
    }
}
