import Hilum

/// Puts the prompts of an input together.
///
/// Where a prompt has several rows, these have to follow one another, so that no more than one prompt is in memory; of the others 35
/// bytes are remembered, to tell when one comes again.
struct PromptReader {
    private let reader: RowReader
    private let columns: PromptColumns
    /// Read ahead: the first row of the next prompt.
    private var ahead: Row?
    private var begun = IDRegister()
    /// All prompts in the order of their first rows, where they may be scattered; the next one last.
    private var gathered: [RowGroup]?

    /// The rows of one prompt.
    private struct RowGroup {
        let name: [UInt8]
        let first: Row
        var others: [Row] = []
    }

    /// - Parameter isUnsorted: whether the rows of a prompt may stand anywhere, for which the whole input is read first.
    init(reader: RowReader, columns: PromptColumns, isUnsorted: Bool) throws {
        self.reader = reader
        self.columns = columns
        if isUnsorted, case .rows(let group, _) = columns.layout { gathered = try Self.gather(reader, columns, group) }
    }

    /// The next prompt; nil at the end.
    /// - Throws: `InputError`.
    mutating func next() throws -> CandidatePrompt? {
        switch columns.layout {
        case .list(let column): try reader.next().map { try listed($0, column) }
        case .rows(let group, let candidate): try nextGroup(group).map { try grouped($0, under: group, candidate) }
        }
    }

    // MARK: A list in one column

    private func listed(_ row: Row, _ column: String) throws -> CandidatePrompt {
        try located(row) { () throws(CellError) in
            let candidates = try ListCell.texts(columns.cell(column, of: row) ?? [], column: column)
            var scores: [Double]?
            if let name = columns.scores, let cell = columns.cell(name, of: row) {
                let numbers = try ListCell.numbers(cell, column: name)
                guard numbers.count == candidates.count else {
                    let reason = "\(numbers.count) scores for \(candidates.count) candidates; give one for each"
                    throw CellError(column: name, reason: reason)
                }
                scores = numbers
            }
            return CandidatePrompt(
                prompt: columns.prompt(of: row, id: row.id), reference: columns.cell(columns.reference, of: row),
                candidates: candidates, scores: scores)
        }
    }

    // MARK: A row a candidate

    private mutating func nextGroup(_ group: String) throws -> RowGroup? {
        if gathered != nil { return gathered?.popLast() }
        guard let first = try ahead ?? reader.next() else { return nil }
        ahead = nil
        let name = try Self.name(of: first, columns, group, reader)
        if let line = begun.register(name, line: first.line) {
            let reason =
                "the rows of the prompt that begins in line \(line) do not follow one another; sort the file, or say --unsorted"
            throw Self.error(first, CellError(column: group, reason: reason), reader)
        }
        var rows = RowGroup(name: name, first: first)
        while let row = try reader.next() {
            guard columns.cell(group, of: row) == name else {
                ahead = row
                break
            }
            rows.others.append(row)
        }
        return rows
    }

    private static func gather(_ reader: RowReader, _ columns: PromptColumns, _ group: String) throws -> [RowGroup] {
        var groups: [RowGroup] = []
        var places: [[UInt8]: Int] = [:]
        while let row = try reader.next() {
            let name = try name(of: row, columns, group, reader)
            if let place = places[name] {
                groups[place].others.append(row)
            } else {
                places[name] = groups.count
                groups.append(RowGroup(name: name, first: row))
            }
        }
        return groups.reversed()
    }

    private static func name(of row: Row, _ columns: PromptColumns, _ group: String, _ reader: RowReader) throws -> [UInt8] {
        guard let name = columns.cell(group, of: row), !name.isEmpty else {
            throw error(row, CellError(column: group, reason: "blank; every row has to say which prompt it belongs to"), reader)
        }
        return name
    }

    private func grouped(_ group: RowGroup, under column: String, _ candidate: String) throws -> CandidatePrompt {
        let first = group.first
        var prompt = CandidatePrompt(
            prompt: columns.prompt(of: first, id: group.name), reference: columns.cell(columns.reference, of: first),
            candidates: [], scores: columns.scores.map { _ in [] })
        for row in [first] + group.others {
            try located(row) { () throws(CellError) in
                for shared in [columns.reference, columns.prompt, columns.images, columns.task].compactMap(\.self)
                where columns.cell(shared, of: row) != columns.cell(shared, of: first) {
                    throw CellError(column: shared, reason: "another value than in line \(first.line), of the same prompt")
                }
                guard row.passed == first.passed else {
                    throw CellError(
                        column: column,
                        reason: "the columns of --keep have other values than in line \(first.line), of the same prompt")
                }
                prompt.candidates.append(columns.cell(candidate, of: row) ?? [])
                if let name = columns.scores, let cell = columns.cell(name, of: row) {
                    prompt.scores?.append(try ListCell.number(cell, column: name))
                }
            }
        }
        return prompt
    }

    // MARK: Errors

    /// Gives what is wrong with a cell its file and line.
    private func located<Value>(_ row: Row, _ body: () throws(CellError) -> Value) throws(InputError) -> Value {
        do throws(CellError) {
            return try body()
        } catch {
            throw Self.error(row, error, reader)
        }
    }

    private static func error(_ row: Row, _ error: CellError, _ reader: RowReader) -> InputError {
        InputError(file: reader.name, problem: .invalidCell(line: row.line, column: error.column, reason: error.reason))
    }
}
