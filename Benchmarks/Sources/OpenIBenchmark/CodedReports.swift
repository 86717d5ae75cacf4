import Foundation

/// Codes by report, as `hilum extract --format mesh` writes them: `{"id": "CXR1", "mesh": ["Cardiomegaly/mild"]}` a line.
struct CodedReports {
    private(set) var codes: [String: [String]] = [:]

    private struct Line: Decodable {
        var id: String
        var mesh: [String]
    }

    init(file: String) throws {
        guard let data = try? Data(contentsOf: URL(filePath: file)) else {
            throw FileError(description: "\(file): no such file, or no permission")
        }
        for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            do {
                let report = try JSONDecoder().decode(Line.self, from: Data(line))
                codes[report.id] = report.mesh
            } catch {
                throw FileError(description: "\(file):\(index + 1): not a JSON object with id and mesh")
            }
        }
    }
}
