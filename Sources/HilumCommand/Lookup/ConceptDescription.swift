import Hilum

/// Everything that the ontology says of a concept, in words.
struct ConceptDescription {
    private let ontology: Ontology

    init(_ ontology: Ontology) {
        self.ontology = ontology
    }

    func text(_ concept: Concept) -> String {
        var list = PropertyList()
        list.append("concept", concept.identifier)
        list.append("name", concept.name)
        list.append("kind", concept.kind.rawValue + (concept.isGroup ? ", a group: its name answers for none of its kinds" : ""))
        list.append("terms", list: terms(of: concept))
        list.append("parents", list: names(concept.parents))
        list.append("kinds", list: names(ontology.concepts.filter { $0.parents.contains(concept.id) }.map(\.id)))
        list.append("part of", list: names(concept.partOf))
        list.append("parts", list: names(ontology.concepts.filter { $0.partOf.contains(concept.id) }.map(\.id)))
        if concept.kind.isObservable {
            list.append("sites", concept.sites.isEmpty ? "anywhere" : names(concept.sites).joined(separator: "; "))
            list.append("significance", concept.significance.rawValue)
        }
        list.append("side", concept.sidedness.map(meaning) ?? "")
        list.append("level", ontology.level(of: concept.id).map(meaning) ?? "")
        list.append("levels", list: members(of: concept))
        list.append("RadLex", list: concept.radlex)
        list.append("MeSH", list: concept.mesh)
        list.append("CheXpert", list: concept.chexpert.map(\.rawValue))
        list.append("Open-i", list: concept.openI)
        list.append("related", list: related(to: concept))
        list.append("excludes", list: names(ontology.concepts.filter { ontology.excludes(concept.id, $0.id) }.map(\.id)))
        list.append("also said", list: statements(ontology.frames.filter { $0.concept == concept.id && $0.status != .absent }))
        if concept.kind.isObservable {
            list.append("absent by", ontology.exclusions(of: concept.id).map(absence))
            if concept.significance < .actionable {
                list.append("", "a group that is denied leaves room for it: it calls for no action")
            }
        }
        let placements = PlacementDescription(ontology)
        list.append("positions", concept.kind == .device ? placements.rules(of: concept) : placements.rules(at: concept))
        list.append("normal if", list: concept.kind == .anatomy ? normalStates(of: concept) : [])
        list.append("says", concept.kind == .state ? meanings(of: concept) : [])
        return list.text
    }

    // MARK: Parts

    private func terms(of concept: Concept) -> [String] {
        ontology.terms.filter { $0.concept == concept.id && $0.text != concept.name }.map { term in
            term.text + (term.laterality.map { " (\($0.rawValue))" } ?? "")
        }
    }

    private func names(_ concepts: [ConceptID]) -> [String] { concepts.map { ontology[$0].identifier } }

    private func meaning(_ sidedness: Sidedness) -> String {
        switch sidedness {
        case .paired: "left or right"
        case .pair: "left or right; its plural means both"
        case .left, .right, .midline: sidedness.rawValue
        }
    }

    /// `T12, number 19 of anatomy.vertebra`
    private func meaning(_ level: Level) -> String {
        "\(level.label), number \(level.number) of \(ontology[level.series].identifier)"
    }

    /// Of a site that is a numbered series, its members in order.
    private func members(of series: Concept) -> [String] {
        ontology.concepts.compactMap { site in
            ontology.level(of: site.id).flatMap { $0.series == series.id ? (level: $0, site: site) : nil }
        }.sorted { $0.level.number < $1.level.number }.map { "\($0.level.label) \($0.site.identifier)" }
    }

    private func related(to concept: Concept) -> [String] {
        ontology.related.filter { $0.one == concept.id || $0.other == concept.id }.map { pair in
            "\(ontology[pair.one == concept.id ? pair.other : pair.one].identifier) (\(pair.closeness))"
        }
    }

    /// `no lung opacity; lung (or a part) clear`
    private func absence(_ exclusion: Exclusion) -> String {
        let denied = ontology[exclusion.denied]
        let group = denied.isGroup ? terms(of: denied).prefix(3).map { "no \($0)" } : []
        return (["no \(denied.name)"] + group + statements(exclusion.frames)).joined(separator: "; ")
    }

    /// Frames in words, those of one subject together: `heart enlarged or prominent`.
    private func statements(_ frames: [Frame]) -> [String] {
        var order: [String] = []
        var states: [String: [String]] = [:]
        for frame in frames {
            let subject = frame.subject.map { ontology[$0].name + (frame.includesParts ? " (or a part)" : "") } ?? ""
            if states[subject] == nil { order.append(subject) }
            states[subject, default: []].append(ontology[frame.state].name)
        }
        return order.map { subject in
            let said = (states[subject] ?? []).joined(separator: " or ")
            return subject.isEmpty ? "\(said), alone" : "\(subject) \(said)"
        }
    }

    /// `clear (no lung opacity)`; as in reports, what is said of the nearest subject holds.
    private func normalStates(of site: Concept) -> [String] {
        ontology.frames(of: site.id).filter { $0.status == .absent }.map { frame in
            "\(ontology[frame.state].name) (no \(ontology[frame.concept].name))"
        }
    }

    /// `lung (or a part): no lung opacity`
    private func meanings(of state: Concept) -> [String] {
        ontology.frames.filter { $0.state == state.id }.map { frame in
            let subject = frame.subject.map { ontology[$0].name + (frame.includesParts ? " (or a part)" : "") } ?? "alone"
            let status =
                switch frame.status {
                case .present: ""
                case .absent: "no "
                case .uncertain: "perhaps "
                }
            return "\(subject): \(status)\(ontology[frame.concept].name)"
        }
    }
}
