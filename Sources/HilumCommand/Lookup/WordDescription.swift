import Hilum

/// What a word does to a statement: cues, modifiers, connectives, headings and the like.
struct WordDescription {
    private let ontology: Ontology

    init(_ ontology: Ontology) {
        self.ontology = ontology
    }

    /// Every such word.
    var words: [String] {
        ontology.cues.map(\.text) + ontology.modifiers.map(\.text) + ontology.connectives.map(\.text)
            + ontology.discourse.map(\.text) + ontology.headings.map(\.text) + ontology.units.map(\.text)
            + ontology.inflections.map(\.form) + ontology.abbreviations
    }

    /// One text for each role that a word has.
    /// - Parameters:
    ///   - form: as written; of irregular forms only this one is told.
    ///   - isMeant: whether it is a form of a phrase.
    func texts(of form: String, where isMeant: (String) -> Bool) -> [String] {
        var texts: [String] = []
        for cue in ontology.cues where isMeant(cue.text) {
            let reach = cue.direction.map { ", \(meaning($0))" } ?? ""
            let likelihood = cue.likelihood.map { ", likelihood \($0)" } ?? ""
            texts.append(text("cue", cue.text, "\(meaning(cue.kind))\(reach)\(likelihood)", cue.example))
        }
        for modifier in ontology.modifiers where isMeant(modifier.text) {
            let negated = modifier.negated.map { "; under a negation \($0.rawValue)" } ?? ""
            texts.append(text("modifier", modifier.text, meaning(modifier.value) + negated, modifier.example))
        }
        for connective in ontology.connectives where isMeant(connective.text) {
            texts.append(text("connective", connective.text, connective.role.rawValue, connective.example))
        }
        for word in ontology.discourse where isMeant(word.text) {
            texts.append(text("discourse", word.text, meaning(word.role), word.example))
        }
        for heading in ontology.headings where isMeant(heading.text) {
            let effect = "begins the section \(heading.section.rawValue), \(meaning(heading.scope))"
            texts.append(text("heading", heading.text, effect))
        }
        for unit in ontology.units where isMeant(unit.text) {
            texts.append(text("unit", unit.text, "\(unit.symbol), \(unit.millimetres) mm"))
        }
        for inflection in ontology.inflections where inflection.form == form.lowercased() {
            let role = inflection.isPlural ? "plural" : "form"
            texts.append(text(role, inflection.form, "read as '\(inflection.word)'"))
        }
        for abbreviation in ontology.abbreviations where isMeant(abbreviation) {
            texts.append(text("abbreviation", abbreviation, "its full stop ends no sentence"))
        }
        return texts
    }

    private func text(_ role: String, _ word: String, _ effect: String, _ example: String = "") -> String {
        var list = PropertyList()
        list.append(role, word)
        list.append("effect", effect)
        list.append("example", plain(example))
        return list.text
    }

    /// An example without its marks: `No [[pneumothorax|absent]]` is `No pneumothorax`.
    private func plain(_ example: String) -> String {
        var text = ""
        var rest = example[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            text += rest[..<open.lowerBound] + rest[open.upperBound..<close.lowerBound].prefix { $0 != "|" }
            rest = rest[close.upperBound...]
        }
        return text + rest
    }

    // MARK: Meanings

    private func meaning(_ kind: CueKind) -> String {
        switch kind {
        case .negation: "negation: absent"
        case .hedge: "hedge: uncertain"
        case .affirmation: "affirmation: present, and what an earlier finding suggests"
        case .history: "history: not asserted of this examination"
        case .conditional: "condition: not asserted of this examination"
        case .recommendation: "recommendation: not asserted of this examination"
        case .elsewhere: "another examination: not asserted of this one"
        case .end: "end of the scope of every cue before it"
        case .pseudo: "looks like a cue and is none"
        }
    }

    private func meaning(_ direction: CueDirection) -> String {
        switch direction {
        case .forward: "for what follows"
        case .backward: "for what goes before"
        case .both: "for what goes before and what follows"
        case .either: "for what follows, or what goes before where nothing follows"
        }
    }

    private func meaning(_ value: AttributeValue) -> String {
        switch value {
        case .laterality(let laterality): "side: \(laterality.rawValue)"
        case .severity(let severity): "severity: \(severity.rawValue)"
        case .size(let size): "size: \(size.rawValue)"
        case .change(let change): "change: \(change?.rawValue ?? "none by itself")"
        case .placement(let placement): "position of a device: \(placement.rawValue)"
        }
    }

    private func meaning(_ role: DiscourseRole) -> String {
        switch role {
        case .others: "in a denial, leaves room for what is said elsewhere"
        case .acute: "in a denial, leaves room for what is not acute"
        case .landmark: "says by what a finding lies, not where"
        case .reference: "says that a finding is one that was named before"
        }
    }

    private func meaning(_ scope: HeadingScope) -> String {
        switch scope {
        case .yes: "which is asserted of this examination"
        case .no: "which is not asserted of this examination"
        case .sentence: "which is not asserted, as far as the next sentence"
        }
    }
}
