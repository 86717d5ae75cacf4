import Hilum
import HilumGeneration

/// What the rows of an input have reports written of.
enum RowSource: Sendable {
    /// - folder: which paths are seen from; see `ImagePaths`.
    case images(column: String, folder: String)
    case findings(column: String)
    case labels(FindingLabels)

    /// The columns to read.
    var columns: [TaskColumn] {
        switch self {
        case .images(let column, _), .findings(let column): [TaskColumn(name: column)]
        case .labels(let labels): labels.columns.map { TaskColumn(name: $0, isStructured: true) }
        }
    }

    /// What it is, in the plural: of messages and signatures.
    var name: String {
        switch self {
        case .images: "images"
        case .findings: "findings"
        case .labels: "labels"
        }
    }

    /// Whether a row takes long.
    var isSlow: Bool {
        if case .images = self { true } else { false }
    }

    /// The column that a message about a whole row names.
    var mainColumn: String { columns.first?.name ?? "" }
}

/// Writes the reports of rows.
struct RowGenerator: Sendable {
    let source: RowSource
    let generator: ReportGenerator
    let options: GenerationOptions

    /// - Parameters:
    ///   - cells: of the columns of `source`.
    ///   - id: draws differ by it, and are the same for a row wherever it stands.
    /// - Throws: `NoReport`, or `CellError` for a cell that cannot be what it is asked to be; and what is wrong with the model.
    func study(of cells: ArraySlice<[UInt8]>, id: [UInt8]) throws -> GeneratedStudy {
        try generator.study(of: subject(in: cells), options: options.seeded(by: id))
    }

    private func subject(in cells: ArraySlice<[UInt8]>) throws -> ReportSubject {
        let text = String(decoding: cells.first ?? [], as: UTF8.self)
        switch source {
        case .images(_, let folder): return .images(ImagePaths.paths(in: text, folder: folder))
        case .findings:
            do throws(GenerationError) {
                return .findings(try generator.findings(in: text))
            } catch {
                throw NoReport(description: error.description)
            }
        case .labels(let labels): return .findings(try generator.findings(of: labels, cells: cells))
        }
    }
}

extension ReportGenerator {
    /// - Throws: `CellError` where a cell is no value of a label.
    fileprivate func findings(of labels: FindingLabels, cells: ArraySlice<[UInt8]>) throws(CellError) -> FindingList {
        var values: [LabelValue?] = []
        for (column, cell) in zip(labels.columns, cells) { values.append(try LabelCell.value(of: cell, column: column)) }
        return findings(of: labels, values: values)
    }
}

extension GenerationOptions {
    /// With a seed that is made of the given one and the id of a row.
    fileprivate func seeded(by id: [UInt8]) -> GenerationOptions {
        guard case .sampling(let temperature, let topP, let seed) = strategy else { return self }
        var options = self
        let stream = UInt64(truncatingIfNeeded: TextHash(of: id).value)
        var mixer = SeededGenerator(seed: seed, stream: stream)
        options.strategy = .sampling(temperature: temperature, topP: topP, seed: mixer.next())
        return options
    }
}
