import Hilum
import HilumGeneration

/// Writes the reports of rows in one format.
struct GeneratedRowWriter: Sendable {
    let rows: RowGenerator
    let isCSV: Bool
    let heatMaps: HeatMapOptions
    /// What messages call the input.
    let input: String

    /// What some rows that follow one another come to.
    struct Piece: Sendable {
        var bytes: [UInt8] = []
        /// Where findings lie, by the ids of the rows.
        var places: [(id: [UInt8], places: [FindingPlace])] = []
        /// Reports, and rows without one.
        var written = 0
        var failed = 0
        /// Met behind the rows that are written.
        var failure: (any Error)?
    }

    /// What stands before the first row.
    var header: [UInt8] {
        guard isCSV else { return [] }
        var writer = CSVWriter()
        writer.row(GeneratedReportCSV.header)
        return writer.bytes
    }

    /// Called from several threads.
    func piece(_ rows: [Row]) -> Piece {
        var piece = Piece()
        var lines = JSONWriter()
        var cells = CSVWriter()
        for row in rows {
            do {
                let study = try self.rows.study(of: row.cells, id: row.id)
                let name = "\(row.number)-\(String(decoding: row.id, as: UTF8.self))"
                let places = try FindingPlace.places(of: study, picturePath: heatMaps.picturePath(name))
                if !places.isEmpty { piece.places.append((row.id, places)) }
                piece.written += 1
                if isCSV {
                    GeneratedReportCSV.append(study.report, id: row.id, to: &cells)
                } else {
                    GeneratedReportJSON.append(study, id: row.id, places: places, to: &lines)
                }
            } catch let failure as NoReport {
                piece.failed += 1
                if isCSV {
                    GeneratedReportCSV.append(failure, id: row.id, to: &cells)
                } else {
                    GeneratedReportJSON.append(failure, id: row.id, to: &lines)
                }
            } catch {
                piece.failure = error.placed(in: input, line: row.line)
                break
            }
        }
        piece.bytes = isCSV ? cells.bytes : lines.bytes
        return piece
    }
}

extension Error {
    /// With file and line where it is about a cell of a row.
    func placed(in file: String, line: Int) -> any Error {
        guard let error = self as? CellError else { return self }
        return InputError(file: file, problem: .invalidCell(line: line, column: error.column, reason: error.reason))
    }
}
