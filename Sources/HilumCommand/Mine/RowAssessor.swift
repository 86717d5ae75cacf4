import Hilum

/// Where in the input stands what makes a row hard.
struct MineColumns: Sendable {
    let task: MineSource.Kind
    /// Nil without candidates.
    let reference: String?
    let candidate: String?
    /// Whether the candidate's column holds a list of them.
    let isList: Bool
    let confidence: String?
    /// Nil to go by what went wrong.
    let strata: [String]?
    /// The columns to read; cells stand in this order.
    let names: [String]

    init(task: MineSource.Kind, reference: String?, candidate: String?, isList: Bool, confidence: String?, strata: [String]?) {
        self.task = task
        self.reference = reference
        self.candidate = candidate
        self.isList = isList
        self.confidence = confidence
        self.strata = strata
        names = [reference, candidate, confidence].compactMap(\.self) + (strata ?? [])
    }

    /// Strata may be told apart by a list of types, or by true and false.
    var structured: Set<String> { Set((isList ? [candidate].compactMap(\.self) : []) + (strata ?? [])) }

    func cell(_ column: String?, of row: Row) -> [UInt8]? {
        guard let column, let index = names.firstIndex(of: column) else { return nil }
        return row.cells[index]
    }
}

/// What a row came to.
struct AssessedRow: Sendable {
    /// Nil for a row that goes into no proportions: nothing went wrong with it.
    var stratum: [String]?
    /// Nil where it is not hard.
    var hard: (example: HardExample, line: [UInt8])?
}

struct AssessedPiece: Sendable {
    var rows: [AssessedRow] = []
    var warning = CoverageWarning()
    /// Met behind the rows that were assessed.
    var failure: InputError?
}

/// Says which rows are hard.
struct RowAssessor: Sendable {
    let hilum: Hilum
    let columns: MineColumns
    let policy: HardnessPolicy
    /// What messages call the input.
    let input: String
    private let classifier: ErrorClassifier

    init(hilum: Hilum, columns: MineColumns, policy: HardnessPolicy, input: String) {
        self.hilum = hilum
        self.columns = columns
        self.policy = policy
        self.input = input
        classifier = ErrorClassifier(ontology: hilum.ontology)
    }

    func assess(_ rows: [Row]) -> AssessedPiece {
        var piece = AssessedPiece()
        for row in rows {
            do throws(CellError) {
                piece.rows.append(try assess(row, &piece.warning))
            } catch {
                piece.failure = InputError(
                    file: input, problem: .invalidCell(line: row.line, column: error.column, reason: error.reason))
                break
            }
        }
        return piece
    }

    private func assess(_ row: Row, _ warning: inout CoverageWarning) throws(CellError) -> AssessedRow {
        let results = try results(of: row, &warning)
        var confidence: Double?
        if let name = columns.confidence, let cell = columns.cell(name, of: row) {
            confidence = try ListCell.number(cell, column: name)
        }
        let rewards = results.map(\.reward)
        let reasons = policy.reasons(
            rewards: rewards, hasSignificantError: results.contains { $0.errors.contains(where: \.isSignificant) },
            confidence: confidence)
        let errors = results.min { $0.reward < $1.reward }?.errors ?? []
        let stratum = stratum(of: row, errors)
        guard !reasons.isEmpty else { return AssessedRow(stratum: stratum == ErrorClass.noError.names ? nil : stratum) }
        let example = HardExample(
            stratum: stratum, reward: rewards.isEmpty ? nil : rewards.reduce(0, +) / Double(rewards.count),
            confidence: confidence,
            id: row.id, number: row.number)
        var writer = JSONWriter()
        HardExampleJSON.append(row, example, reasons: reasons, rewards: rewards, errors: errors, to: &writer)
        writer.newline()
        return AssessedRow(stratum: stratum, hard: (example, writer.bytes))
    }

    /// One a candidate; none where the row has no candidates.
    private func results(
        of row: Row, _ warning: inout CoverageWarning
    ) throws(CellError) -> [(reward: Double, errors: [FactualityError])] {
        guard let name = columns.candidate, let cell = columns.cell(name, of: row),
            let reference = columns.cell(columns.reference, of: row)
        else { return [] }
        let candidates = columns.isList ? try ListCell.texts(cell, column: name) : [cell]
        switch columns.task {
        case .vqa:
            let expected = TaggedCompletion(reference).answerText
            return candidates.map { (AnyMatch.score(candidate: TaggedCompletion($0).answerText, reference: expected), []) }
        case .report:
            let expected = hilum.extract(Report(text: reference))
            let stated = hilum.reference(expected)
            return candidates.enumerated().map { index, text in
                let graph = hilum.extract(Report(text: text))
                let score = hilum.score(candidate: graph, reference: stated, parts: [.kg, .factuality])
                warning.add(score.coverage, id: row.id, graphs: index == 0 ? [expected, graph] : [graph])
                return (score.kg.reward, score.factuality.errors)
            }
        }
    }

    private func stratum(of row: Row, _ errors: [FactualityError]) -> [String] {
        if let strata = columns.strata { return strata.map { String(decoding: columns.cell($0, of: row) ?? [], as: UTF8.self) } }
        return columns.task == .report && columns.candidate != nil ? classifier.gravest(of: errors).names : []
    }
}

/// Gathers the hard rows, in their order.
struct HardRowCollection {
    /// Whether lines are kept for a sample, instead of given back at once.
    let keepsLines: Bool
    private(set) var sample = HardSample()
    /// One for each of the sample's examples.
    private(set) var lines: [[UInt8]] = []
    private(set) var rows = 0
    private(set) var warning = CoverageWarning()

    init(keepsLines: Bool) {
        self.keepsLines = keepsLines
    }

    /// - Returns: what to write.
    /// - Throws: what is wrong with a row behind those that were assessed.
    mutating func add(_ piece: AssessedPiece) throws -> [UInt8] {
        var bytes: [UInt8] = []
        rows += piece.rows.count
        for row in piece.rows {
            if let stratum = row.stratum { sample.count(stratum: stratum) }
            guard let hard = row.hard else { continue }
            sample.add(hard.example)
            if keepsLines { lines.append(hard.line) } else { bytes += hard.line }
        }
        warning.merge(piece.warning)
        if let failure = piece.failure { throw failure }
        return bytes
    }
}
