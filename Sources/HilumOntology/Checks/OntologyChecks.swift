import HilumText

/// What rows must hold beyond what each says by itself: that references lead to what fits, and that the whole is no larger than
/// the structures built of it. References that lead nowhere are left to the builder, phrases to `PhraseChecks`.
struct OntologyChecks {
    private let tables: [String: Table]

    /// Bounds the closures, whose size is its square.
    private static let mostConcepts = 8_192

    init(tables: [String: Table]) {
        self.tables = tables
    }

    func run() throws(OntologyError) {
        for table in tables.values.sorted(by: { $0.schema.name < $1.schema.name }) {
            for row in table.typedRows {
                for column in row.schema.columns where row[column].utf8.contains(0) { throw row.problem(column, "a NUL byte") }
            }
        }
        try checkConcepts()
        try checkHierarchy()
        try checkFrames()
        try checkPlacements()
        try checkLevels()
        try checkWordings()
        try checkLabels()
        for row in tables.rows(.states) { _ = try row.required("state") }
        for row in tables.rows(.terms) where Self.kind(of: row["concept"]) == .state {
            throw row.problem("concept", "'\(row["concept"])' is a state; its terms stand in language/states.tsv")
        }
        try PhraseChecks(tables: tables).run()
        try OverlayChecks(tables: tables).run()
        try WordChecks(tables: tables).run()
    }

    // MARK: Kinds

    private func checkConcepts() throws(OntologyError) {
        let rows = tables.rows(.concepts)
        let states = tables.rows(.states)
        let count = rows.count + Set(states.map { $0["state"] }).count
        if count > Self.mostConcepts, let last = rows.last ?? states.last {
            throw .tooMany(file: last.row.file, what: "concepts and states", limit: Self.mostConcepts)
        }
        for row in rows {
            let id = row["id"]
            if id.last == "." { throw row.problem("id", "'\(id)' has no name after its kind") }
            if Self.kind(of: id) == .anatomy {
                try require(Self.isSite, "anatomy", of: row.list("parents"), "parents", row)
                guard [0, 1, 3].contains(row.list("openi").count) else {
                    throw row.problem("openi", "must be one path, or three: of no side, of the left, of the right or both")
                }
            } else {
                try require(Self.isObservable, "a finding, disease, device or procedure", of: row.list("parents"), "parents", row)
            }
            try require(Self.isSite, "anatomy", of: row.list("sites"), "sites", row)
            try require(Self.isSite, "anatomy", of: row.list("part_of"), "part_of", row)
            try require({ $0 == .descriptor }, "a descriptor", of: row.list("excludes"), "excludes", row)
        }
        for row in tables.rows(.related) {
            for column in ["concept", "related"] {
                try require(Self.isObservable, "a finding, disease, device or procedure", of: [row[column]], column, row)
            }
        }
    }

    private func checkFrames() throws(OntologyError) {
        for row in tables.rows(.frames) {
            try require(Self.isSite, "anatomy, or -", of: [row.frameSubject.site].compactMap(\.self), "subject", row)
            try require(
                Self.isObservable, "a state or a finding", of: [row["state"]].filter { !$0.hasPrefix("state.") }, "state", row)
            try require(Self.isObservable, "a finding, disease, device or procedure", of: row.list("concept"), "concept", row)
            guard !row.list("concept").isEmpty else { throw row.problem("concept", "must not be empty") }
        }
    }

    private func checkPlacements() throws(OntologyError) {
        for row in tables.rows(.placements) {
            try require({ $0 == .device }, "a device", of: [row["device"]], "device", row)
            try require(Self.isSite, "anatomy", of: [row["site"]], "site", row)
        }
    }

    private func checkWordings() throws(OntologyError) {
        for row in tables.rows(.wordings) {
            try require(Self.isObservable, "a finding, disease, device or procedure", of: [row["concept"]], "concept", row)
            try require(Self.isSite, "anatomy", of: [row["site"]].filter { !$0.isEmpty }, "site", row)
        }
    }

    private func checkLabels() throws(OntologyError) {
        for row in tables.rows(.labels) {
            for column in ["concept", "denied"] {
                let identifiers = [row[column]].filter { !$0.isEmpty && $0 != "-" }
                try require(Self.isObservable, "a finding, disease, device or procedure", of: identifiers, column, row)
            }
        }
        for row in tables.rows(.reportParts) {
            try require(
                { Self.isSite($0) || Self.isObservable($0) }, "a finding, disease, device, procedure or anatomy",
                of: [row["concept"]], "concept", row)
        }
    }

    private func checkLevels() throws(OntologyError) {
        for row in tables.rows(.levels) {
            for column in ["site", "series"] { try require(Self.isSite, "anatomy", of: [row[column]], column, row) }
        }
    }

    private func require(
        _ fits: (ConceptKind) -> Bool, _ what: String, of identifiers: [String], _ column: String, _ row: TableRow
    ) throws(OntologyError) {
        for identifier in identifiers {
            if let kind = Self.kind(of: identifier), !fits(kind) {
                throw row.problem(column, "'\(identifier)' must be \(what)")
            }
        }
    }

    private static func isSite(_ kind: ConceptKind) -> Bool { kind == .anatomy }
    private static func isObservable(_ kind: ConceptKind) -> Bool { kind.isObservable }

    /// Nil for an identifier without a known kind, which leads nowhere.
    private static func kind(of identifier: String) -> ConceptKind? {
        identifier.utf8.firstIndex(of: ASCII.stop).flatMap { ConceptKind(rawValue: String(identifier[..<$0])) }
    }

    // MARK: Ancestors

    private func checkHierarchy() throws(OntologyError) {
        let rows = tables.rows(.concepts)
        let numbers = Dictionary(rows.enumerated().map { ($1["id"], $0) }) { first, _ in first }
        let parents = rows.map { $0.list("parents").compactMap { numbers[$0] } }
        let wholes = rows.map { $0.list("part_of").compactMap { numbers[$0] } }
        try climb([("parents", parents)], rows)
        try climb([("parents", parents), ("part_of", wholes)], rows)
    }

    /// Refuses a row that is its own ancestor, and one with an ancestor farther away than closures can say.
    /// - Parameter columns: with the rows that each leads to from each row.
    private func climb(_ columns: [(name: String, edges: [[Int]])], _ rows: [TableRow]) throws(OntologyError) {
        var seenFrom = [Int](repeating: -1, count: rows.count)
        for start in rows.indices {
            var queue: [(row: Int, steps: Int, column: String)] = []
            for column in columns { queue += column.edges[start].map { ($0, 1, column.name) } }
            var next = 0
            while next < queue.count {
                let (row, steps, column) = queue[next]
                next += 1
                guard seenFrom[row] != start else { continue }
                seenFrom[row] = start
                if row == start { throw rows[start].problem(column, "'\(rows[start]["id"])' is its own ancestor") }
                guard steps <= Closure.mostSteps else {
                    throw rows[start].problem(column, "more than \(Closure.mostSteps) steps up to '\(rows[row]["id"])'")
                }
                for edges in columns { queue += edges.edges[row].map { ($0, steps + 1, column) } }
            }
        }
    }
}
