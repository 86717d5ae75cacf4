import Hilum

/// A task of `hilum score` whose rows are scored one by one; `RowTaskWriter` writes any of them in every format.
///
/// A row comes to named values, which are averaged over the corpus, and to members of its JSON object. What can be computed from many
/// rows only (an area under a curve, an F1 over counts) is the task's `Figures`.
protocol RowTask: Sendable {
    /// What of many rows is kept besides the averages; `NoFigures` if there is none.
    associatedtype Figures: CorpusFigures

    /// The columns to read.
    var columns: [TaskColumn] { get }

    /// The names of the values of a row: columns of CSV and of the table, members of JSON and of the summary's `metrics`.
    var measures: [String] { get }

    /// What the values depend on, in one line; see `ScoreSignature`.
    var signature: String { get }

    /// Of no rows.
    var noFigures: Figures { get }

    /// Scores one row.
    /// - Parameter cells: UTF-8, in the order of `columns`.
    /// - Throws: what is wrong with a cell; the message gets file and line from the writer.
    func score(_ cells: [[UInt8]]) throws(CellError) -> RowScore<Figures.Evidence>
}

/// A column that a task reads.
struct TaskColumn: Sendable, Hashable {
    var name: String
    /// Whether a cell may be a JSON array or object, which then comes as its JSON text.
    var isStructured = false
}

/// What a row comes to.
struct RowScore<Evidence: Sendable>: Sendable {
    /// One a measure; nil where it is undefined for this row, which the averages leave out.
    var values: [Double?]
    /// Members of the row's JSON object behind the values, as `JSONWriter` writes them; may be empty.
    var members: [UInt8] = []
    /// Lines below the row in the table; for people.
    var remarks: [String] = []
    /// What the corpus needs of the row.
    var evidence: Evidence
}

extension RowScore where Evidence == NoFigures.Evidence {
    init(values: [Double?], members: [UInt8] = [], remarks: [String] = []) {
        self.init(values: values, members: members, remarks: remarks, evidence: NoFigures.Evidence())
    }
}

/// Figures of a corpus that are no averages of those of its rows.
protocol CorpusFigures: Sendable {
    associatedtype Evidence: Sendable

    mutating func add(_ evidence: Evidence)

    /// Adds those of the rows that follow.
    mutating func merge(_ other: Self)

    /// Appends their members to the object of `--summary`, behind `metrics`.
    func appendMembers(to writer: inout JSONWriter)

    /// The figures as the table shows them behind the averages.
    var lines: [String] { get }
}

/// Of a task that has averages alone.
struct NoFigures: CorpusFigures {
    struct Evidence: Sendable {}

    mutating func add(_ evidence: Evidence) {}
    mutating func merge(_ other: NoFigures) {}
    func appendMembers(to writer: inout JSONWriter) {}
    var lines: [String] { [] }
}

extension InputOptions {
    /// Chooses the columns of a task to read, and the ids.
    func select(_ columns: [TaskColumn], passing: PassedColumns = .named([]), of reader: RowReader) throws {
        let structured = Set(columns.filter(\.isStructured).map(\.name))
        try select(columns.map(\.name), structured: structured, passing: passing, of: reader)
    }
}
