import HilumText

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
        let prefix = row["id"].utf8.prefix { $0 != ASCII.stop }
        guard let kind = ConceptKind(rawValue: String(Substring(prefix))), kind != .state else {
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

    func references(_ column: String, _ row: TableRow) throws(OntologyError) -> [ConceptID] {
        try references(row.list(column), column, row)
    }

    func references(_ identifiers: [String], _ column: String, _ row: TableRow) throws(OntologyError) -> [ConceptID] {
        var references: [ConceptID] = []
        for identifier in identifiers { references.append(try reference(identifier, column, row)) }
        return references
    }

    func reference(_ identifier: String, _ column: String, _ row: TableRow) throws(OntologyError) -> ConceptID {
        guard let id = numbers[identifier] else { throw row.problem(column, "there is no concept '\(identifier)'") }
        return id
    }
}
