/// Turns rows of text into what they mean, each problem an error that names file, line and column.
struct OntologyBuilder {
    let tables: [String: Table]
    private(set) var concepts: [Concept] = []
    private(set) var numbers: [String: ConceptID] = [:]

    /// - Parameter areChecked: whether `OntologyChecks` has passed the tables before; each row is checked by itself in any case.
    init(tables: [Table], areChecked: Bool) throws(OntologyError) {
        self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.schema.name, $0) })
        if !areChecked { try OntologyChecks(tables: self.tables).run() }
        try buildConcepts()
    }

    // MARK: Concepts

    private mutating func buildConcepts() throws(OntologyError) {
        var rowByID: [String: TableRow] = [:]
        for row in tables.rows(.concepts) {
            let id = try row.required("id")
            guard rowByID.updateValue(row, forKey: id) == nil else { throw row.problem("id", "'\(id)' stands there twice") }
            _ = try kind(of: row)
        }
        let states = Set(tables.rows(.states).map { "state.\($0["state"])" })
        let identifiers = (Array(rowByID.keys) + states).sorted()
        for (index, identifier) in identifiers.enumerated() {
            numbers[identifier] = ConceptID(rawValue: UInt16(index))
        }
        let inheritance = Inheritance(rows: rowByID)
        for (index, identifier) in identifiers.enumerated() {
            let id = ConceptID(rawValue: UInt16(index))
            if let row = rowByID[identifier] {
                concepts.append(try concept(id, row, inheritance))
            } else {
                concepts.append(state(id, identifier))
            }
        }
    }

    private func kind(of row: TableRow) throws(OntologyError) -> ConceptKind {
        let prefix = row["id"].prefix { $0 != "." }
        guard let kind = ConceptKind(rawValue: String(prefix)), kind != .state else {
            throw row.problem("id", "'\(row["id"])' must begin with its kind and a full stop")
        }
        return kind
    }

    private func concept(_ id: ConceptID, _ row: TableRow, _ inheritance: Inheritance) throws(OntologyError) -> Concept {
        var labels: [CheXpertLabel] = []
        for label in inheritance.list("chexpert", of: row) {
            guard let label = CheXpertLabel(rawValue: label) else {
                throw row.problem("chexpert", "'\(label)' is no CheXpert label")
            }
            labels.append(label)
        }
        guard ["", "yes"].contains(row["group"]) else { throw row.problem("group", "must be yes or empty") }
        let significance = inheritance.cell("significance", of: row)
        guard let value = significance.isEmpty ? .benign : Significance(rawValue: significance) else {
            throw row.problem("significance", "'\(significance)' is none of urgent, actionable, minor, benign")
        }
        return Concept(
            id: id, identifier: row["id"], kind: try kind(of: row), name: try row.required("name"),
            parents: try references("parents", row), partOf: try references("part_of", row),
            sites: try references(inheritance.list("sites", of: row), "sites", row),
            sidedness: try sidedness(of: row, inheritance), significance: value,
            radlex: row.list("radlex"), mesh: row.list("mesh"), chexpert: labels, openI: inheritance.list("openi", of: row),
            isGroup: row["group"] == "yes", excludes: try references("excludes", row))
    }

    private func sidedness(of row: TableRow, _ inheritance: Inheritance) throws(OntologyError) -> Sidedness? {
        guard try kind(of: row).isObservable else { return try row.optionalValue("side", as: Sidedness.self) }
        switch inheritance.cell("side", of: row) {
        case "", "-": return nil
        case "pair": return .pair
        default: throw row.problem("side", "of a finding it must be pair, - or empty")
        }
    }

    private func state(_ id: ConceptID, _ identifier: String) -> Concept {
        Concept(
            id: id, identifier: identifier, kind: .state, name: String(identifier.dropFirst("state.".count)), parents: [],
            partOf: [], sites: [], sidedness: nil, significance: .benign, radlex: [], mesh: [], chexpert: [], openI: [],
            isGroup: false, excludes: [])
    }

    private func references(_ column: String, _ row: TableRow) throws(OntologyError) -> [ConceptID] {
        try references(row.list(column), column, row)
    }

    private func references(_ identifiers: [String], _ column: String, _ row: TableRow) throws(OntologyError) -> [ConceptID] {
        var references: [ConceptID] = []
        for identifier in identifiers { references.append(try reference(identifier, column, row)) }
        return references
    }

    func reference(_ identifier: String, _ column: String, _ row: TableRow) throws(OntologyError) -> ConceptID {
        guard let id = numbers[identifier] else { throw row.problem(column, "there is no concept '\(identifier)'") }
        return id
    }

    func related() throws(OntologyError) -> [Relatedness] {
        var related: [Relatedness] = []
        var seen: Set<Set<ConceptID>> = []
        for row in tables.rows(.related) {
            let one = try reference(row["concept"], "concept", row)
            let other = try reference(row["related"], "related", row)
            guard one != other else { throw row.problem("related", "'\(row["related"])' is the same concept") }
            guard seen.insert([one, other]).inserted else { throw row.problem("related", "the pair stands there twice") }
            let closeness = try row.number("closeness")
            guard closeness > 0, closeness < 1 else { throw row.problem("closeness", "must lie between 0 and 1") }
            related.append(Relatedness(one: one, other: other, closeness: closeness))
        }
        return related
    }

    // MARK: Words

    func terms() throws(OntologyError) -> [Term] {
        var terms: [Term] = []
        var written: Set<String> = []
        for row in tables.rows(.terms) {
            let text = try row.required("term")
            written.insert(text)
            let concept = try reference(row["concept"], "concept", row)
            terms.append(Term(text: text, concept: concept, laterality: try row.optionalValue("laterality", as: Laterality.self)))
        }
        for row in tables.rows(.states) {
            terms.append(
                Term(
                    text: try row.required("term"), concept: try reference("state.\(row["state"])", "state", row), laterality: nil
                ))
        }
        for concept in concepts where concept.kind != .state && !written.contains(concept.name) {
            terms.append(Term(text: concept.name, concept: concept.id, laterality: nil))
        }
        return terms
    }

    func cues() throws(OntologyError) -> [Cue] {
        var cues: [Cue] = []
        for row in tables.rows(.cues) {
            let kind = try row.value("kind", as: CueKind.self)
            let direction = try row.optionalValue("direction", as: CueDirection.self)
            guard direction != nil || kind == .end || kind == .pseudo else {
                throw row.problem("direction", "a \(kind.rawValue) needs forward, backward, both or either")
            }
            let likelihood = row["likelihood"].isEmpty || row["likelihood"] == "-" ? nil : try row.number("likelihood")
            guard likelihood.map({ (0...1).contains($0) }) ?? (kind != .hedge) else {
                throw row.problem("likelihood", "a hedge needs a number from 0 to 1")
            }
            cues.append(
                Cue(
                    text: try row.required("cue"), kind: kind, direction: direction, likelihood: likelihood,
                    example: row["example"]))
        }
        return cues
    }

    func modifiers() throws(OntologyError) -> [Modifier] {
        var modifiers: [Modifier] = []
        for row in tables.rows(.modifiers) {
            modifiers.append(
                Modifier(
                    text: try row.required("term"), value: try attributeValue(row),
                    negated: try row.optionalValue("negated", as: Change.self), example: row["example"]))
        }
        return modifiers
    }

    private func attributeValue(_ row: TableRow) throws(OntologyError) -> AttributeValue {
        switch row["attribute"] {
        case "laterality": .laterality(try row.value("value", as: Laterality.self))
        case "severity": .severity(try row.value("value", as: Severity.self))
        case "size": .size(try row.value("value", as: Size.self))
        case "change": .change(try row.optionalValue("value", as: Change.self))
        case "placement": .placement(try row.value("value", as: Placement.self))
        default: throw row.problem("attribute", "must be laterality, severity, size, change or placement")
        }
    }

    func frames() throws(OntologyError) -> [Frame] {
        var frames: [Frame] = []
        for row in tables.rows(.frames) {
            let (site, includesParts) = row.frameSubject
            let state = row["state"].contains(".") ? row["state"] : "state.\(row["state"])"
            let status = try row.value("status", as: Status.self)
            for concept in try references("concept", row) {
                frames.append(
                    Frame(
                        subject: try site.map { site throws(OntologyError) in try reference(site, "subject", row) },
                        includesParts: includesParts,
                        state: try reference(state, "state", row), concept: concept, status: status,
                        example: row["example"]))
            }
        }
        return frames
    }

    func connectives() throws(OntologyError) -> [Connective] {
        var connectives: [Connective] = []
        for row in tables.rows(.connectives) {
            connectives.append(
                Connective(
                    text: try row.required("term"), role: try row.value("role", as: ConnectiveRole.self), example: row["example"]))
        }
        return connectives
    }

    func discourse() throws(OntologyError) -> [DiscourseWord] {
        var words: [DiscourseWord] = []
        for row in tables.rows(.discourse) {
            words.append(
                DiscourseWord(
                    text: try row.required("term"), role: try row.value("role", as: DiscourseRole.self), example: row["example"]))
        }
        return words
    }

    func timeWords() throws(OntologyError) -> [TimeWord] {
        var words: [TimeWord] = []
        for row in tables.rows(.times) {
            words.append(
                TimeWord(text: try row.required("term"), role: try row.value("role", as: TimeRole.self), example: row["example"]))
        }
        return words
    }

    func headings() throws(OntologyError) -> [Heading] {
        var headings: [Heading] = []
        for row in tables.rows(.sections) {
            headings.append(
                Heading(
                    text: try row.required("heading"), section: try row.value("section", as: Section.self),
                    scope: try row.value("asserted", as: HeadingScope.self)))
        }
        return headings
    }

    func inflections() throws(OntologyError) -> [Inflection] {
        var inflections: [String: Inflection] = [:]
        for row in tables.rows(.inflections) {
            guard ["", "yes"].contains(row["plural"]) else { throw row.problem("plural", "must be yes or empty") }
            let form = try row.required("form")
            let inflection = Inflection(form: form, word: try row.required("word"), isPlural: row["plural"] == "yes")
            guard inflections.updateValue(inflection, forKey: form) == nil else {
                throw row.problem("form", "'\(form)' stands there twice")
            }
        }
        return inflections.values.sorted { $0.form < $1.form }
    }

    func abbreviations() throws(OntologyError) -> [String] {
        var abbreviations: [String] = []
        for row in tables.rows(.abbreviations) {
            let text = try row.required("abbreviation")
            abbreviations.append(text.hasSuffix(".") ? String(text.dropLast()) : text)
        }
        return abbreviations
    }

    func units() throws(OntologyError) -> [Unit] {
        var units: [Unit] = []
        for row in tables.rows(.units) {
            units.append(
                Unit(text: try row.required("term"), symbol: try row.required("unit"), millimetres: try row.number("millimetres"))
            )
        }
        return units
    }

    func senses() throws(OntologyError) -> [Sense] {
        var senses: [Sense] = []
        for row in tables.rows(.senses) {
            let context = row.list("context")
            guard !context.isEmpty else { throw row.problem("context", "must name the words that decide") }
            senses.append(
                Sense(
                    abbreviation: try row.required("abbreviation"),
                    concept: row["concept"] == "-" ? nil : try reference(row["concept"], "concept", row),
                    context: context.map { $0.lowercased() }, example: row["example"]))
        }
        return senses
    }

    func plainWords() throws(OntologyError) -> [String] {
        var words: [String] = []
        for row in tables.rows(.plain) { words.append(try row.required("word").lowercased()) }
        return words
    }

    func lookalikes() throws(OntologyError) -> [String] {
        var words: [String] = []
        for row in tables.rows(.lookalikes) { words.append(try row.required("word").lowercased()) }
        return words
    }
}
