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

/// What one report is written of.
enum ReportSubject: Sendable {
    /// The paths of the views of one study.
    case images([String])
    case findings(FindingList)
}

/// There can be no report of what a row has: an image that cannot be used, or no finding.
struct NoReport: Error, CustomStringConvertible {
    /// Names the file of an image, and quotes no text.
    var description: String
    /// How unlike radiographs an image is that was refused for it.
    var radiographScore: Double?
    /// Whether a file could not be read at all.
    var isUnreadable = false
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
    func report(of cells: ArraySlice<[UInt8]>, id: [UInt8]) throws -> GeneratedReport {
        try generator.report(of: subject(in: cells), options: options.seeded(by: id))
    }

    /// The paths of the images of a row; nil where it has another source.
    func images(of cells: [[UInt8]]) -> [String]? {
        guard case .images(_, let folder) = source else { return nil }
        return ImagePaths.paths(in: String(decoding: cells.first ?? [], as: UTF8.self), folder: folder)
    }

    private func subject(in cells: ArraySlice<[UInt8]>) throws -> ReportSubject {
        switch source {
        case .images: return .images(images(of: Array(cells)) ?? [])
        case .findings:
            do throws(GenerationError) {
                return .findings(try generator.findings(in: String(decoding: cells.first ?? [], as: UTF8.self)))
            } catch {
                throw NoReport(description: error.description)
            }
        case .labels(let labels): return .findings(try generator.findings(of: labels, cells: cells))
        }
    }
}

extension ReportGenerator {
    /// Reads the images, if it is them, and writes the report.
    /// - Throws: `NoReport`, and what is wrong with the model.
    func report(of subject: ReportSubject, options: GenerationOptions) throws -> GeneratedReport {
        switch subject {
        case .findings(let list):
            do {
                return try report(findings: list, options: options)
            } catch let error as GenerationError {
                throw NoReport(description: error.description)
            }
        case .images(let paths):
            guard !paths.isEmpty else { throw NoReport(description: "no image is named") }
            let images = try paths.map(Radiograph.init(path:))
            do {
                return try report(images: images, options: options)
            } catch let error as GenerationError {
                guard case .noRadiograph(let image, let score, _) = error else { throw NoReport(description: error.description) }
                throw NoReport(description: "\(paths[image]): \(error)", radiographScore: score)
            }
        }
    }

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

extension Radiograph {
    /// - Throws: `NoReport`, which names the file.
    fileprivate init(path: String) throws(NoReport) {
        do {
            try self.init(contentsOf: path)
        } catch {
            throw NoReport(description: "\(path): \(error)")
        }
    }
}
