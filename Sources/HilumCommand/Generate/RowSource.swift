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

    /// - Parameter cells: of `columns`.
    /// - Throws: `CellError` for a cell that cannot be what it is asked to be.
    func subject(in cells: [[UInt8]]) throws(CellError) -> ReportSubject {
        switch self {
        case .images(_, let folder):
            .images(ImagePaths.paths(in: String(decoding: cells[0], as: UTF8.self), folder: folder))
        case .findings: .text(String(decoding: cells[0], as: UTF8.self))
        case .labels(let labels): .findings(try labels.findings(in: cells))
        }
    }
}

/// Writes the reports of rows.
struct RowGenerator: Sendable {
    let source: RowSource
    let generator: ReportGenerator
    let options: GenerationOptions
    /// The files that the run writes, none of which may be an image that it reads.
    var outputs: [String] = []

    /// - Parameters:
    ///   - cells: of the columns of `source`.
    ///   - id: draws differ by it, and are the same for a row wherever it stands.
    /// - Throws: `NoReport`, or `CellError` for a cell that cannot be what it is asked to be; `OutputError.isInput`; and what is wrong with
    ///   the model.
    func study(of cells: [[UInt8]], id: [UInt8]) throws -> GeneratedStudy {
        let subject = try source.subject(in: cells)
        if case .images(let paths) = subject {
            for path in outputs where paths.contains(where: { OutputFile.isSame($0, path) }) {
                throw OutputError.isInput(path: path)
            }
        }
        return try generator.study(of: subject, options: options.seeded(by: id))
    }
}

extension GenerationOptions {
    /// With a seed that is made of the given one and the id of a row.
    fileprivate func seeded(by id: [UInt8]) -> GenerationOptions {
        guard case .sampling(let temperature, let topP, let seed) = strategy else { return self }
        var mixer = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: TextHash(of: id).value))
        var options = self
        options.strategy = .sampling(temperature: temperature, topP: topP, seed: mixer.next())
        return options
    }
}
