import HilumMetrics
import HilumOntology
import HilumScoring

/// CheXpert labels that somebody else has given to the reports of a corpus, such as the file that CheXbert writes: a column a label, in
/// any order, with 1, 0, -1 or blank, and any other columns.
public struct LabelFile: Sendable {
    /// What messages call it.
    public let name: String
    /// In the order of the rows.
    private let labels: [CheXpertLabels]
    /// By id, places in `labels`; nil where rows are told by their order.
    private let places: [[UInt8]: Int]?

    /// Reads a whole file.
    /// - Parameters:
    ///   - path: a CSV, TSV or JSONL file.
    ///   - id: a column that tells the rows; where the file has none of this name, its rows are those of the corpus in their order.
    /// - Throws: `InputError`, also where one of the 14 labels has no column.
    public init(path: String, id: String?) throws(InputError) {
        let reader = try RowReader(path: path)
        name = reader.name
        let names = CheXpertLabel.allCases.map(\.rawValue)
        let id = id.flatMap { reader.columns.contains($0) ? $0 : nil }
        try reader.select(names, id: id, structured: Set(names))
        var labels: [CheXpertLabels] = []
        var places: [[UInt8]: Int] = [:]
        while let row = try reader.next() {
            if id != nil { places[row.id] = labels.count }
            labels.append(try Self.labels(of: row, in: reader.name))
        }
        self.labels = labels
        self.places = id == nil ? nil : places
    }

    private static func labels(of row: Row, in file: String) throws(InputError) -> CheXpertLabels {
        var values: [CheXpertLabel: LabelValue] = [:]
        do throws(CellError) {
            for (label, cell) in zip(CheXpertLabel.allCases, row.cells) {
                values[label] = try LabelCell.value(of: cell, column: label.rawValue)
            }
        } catch {
            throw InputError(file: file, problem: .invalidCell(line: row.line, column: error.column, reason: error.reason))
        }
        return CheXpertLabels(values)
    }

    /// How many rows it has, if they are told by their order: as many as the corpus has to have.
    public var expectedCount: Int? { places == nil ? labels.count : nil }

    /// The labels of a row of the corpus; nil if the file has no such row.
    public subscript(row: Row) -> CheXpertLabels? {
        if let places { return places[row.id].map { labels[$0] } }
        return row.number <= labels.count ? labels[row.number - 1] : nil
    }
}
