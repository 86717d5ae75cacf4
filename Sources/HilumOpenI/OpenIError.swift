/// Why a report of Open-i could not be read. Descriptions name file, line and column, and hold no text of the report.
public enum OpenIError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    /// XML that is truncated, wrongly nested or otherwise broken.
    case malformed(file: String, line: Int, column: Int, problem: String)
    /// Bytes that are not in the encoding that the file declares, or an encoding that is not known.
    case wrongEncoding(file: String, line: Int, column: Int)
    /// A `<!DOCTYPE`, with which a file could define entities and name other files.
    case documentType(file: String, line: Int)
    /// Well-formed XML that is no report of Open-i.
    case notAReport(file: String, line: Int, problem: String)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason)"
        case .malformed(let file, let line, let column, let problem):
            "\(file):\(line):\(column): not well-formed XML: \(problem); fetch the file again"
        case .wrongEncoding(let file, let line, let column):
            "\(file):\(line):\(column): not in the declared encoding; save the file as UTF-8"
        case .documentType(let file, let line):
            "\(file):\(line): document types are refused; remove the <!DOCTYPE> declaration"
        case .notAReport(let file, let line, let problem):
            "\(file):\(line): not a report of Open-i: \(problem)"
        }
    }
}
