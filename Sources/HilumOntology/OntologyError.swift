/// Why an ontology could not be read or built.
public enum OntologyError: Error, Equatable, CustomStringConvertible {
    /// A row that does not hold; `line` and `column` say where it is to be mended.
    case invalidRow(file: String, line: Int, column: String, problem: String)
    /// A table's header is not the one its README describes.
    case invalidHeader(file: String, expected: [String], found: [String])
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    /// A SQLite file that is damaged or none of ours.
    case invalidStore(reason: String)

    public var description: String {
        switch self {
        case .invalidRow(let file, let line, let column, let problem):
            "\(file):\(line): column \(column): \(problem)"
        case .invalidHeader(let file, let expected, let found):
            "\(file):1: the header must be \(expected.joined(separator: ", ")); it is \(found.joined(separator: ", "))"
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
        case .invalidStore(let reason): "not a compiled ontology: \(reason)"
        }
    }
}
