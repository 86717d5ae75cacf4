/// Why an ontology could not be read or built.
public enum OntologyError: Error, Equatable, CustomStringConvertible {
    /// A row that does not hold; `line` and `column` say where it is to be mended.
    case invalidRow(file: String, line: Int, column: String, problem: String)
    /// A table's header is not the one its README describes.
    case invalidHeader(file: String, expected: [String], found: [String])
    /// More of something, in the plural, than an ontology may hold.
    case tooMany(file: String, what: String, limit: Int)
    case unreadable(path: String, reason: String)
    /// A file that is not made of text; `byte` counts from 1 at the start of the line.
    case invalidBytes(file: String, line: Int, byte: Int, problem: String)
    /// A file or a folder that can be read and is not what a table or a folder of tables is.
    case invalidFile(path: String, problem: String)
    /// A SQLite file that is damaged or none of ours.
    case invalidStore(file: String, reason: String)

    public var description: String {
        switch self {
        case .invalidRow(let file, let line, let column, let problem):
            "\(file):\(line): column \(column): \(problem)"
        case .invalidHeader(let file, let expected, let found):
            "\(file):1: the header must be \(expected.joined(separator: ", ")); \(Self.describe(header: found))"
        case .tooMany(let file, let what, let limit): "\(file): more than \(limit) \(what), the most that an ontology may hold"
        case .invalidBytes(let file, let line, let byte, let problem): "\(file):\(line): byte \(byte): \(problem)"
        case .invalidFile(let path, let problem): "\(path): \(problem)"
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .invalidStore(let file, let reason):
            "\(file): not a compiled ontology: \(reason); `hilum ontology build FOLDER -o FILE` makes one out of tables"
        }
    }

    private static func describe(header: [String]) -> String {
        let list = NameList(header)
        return list.looksLikeProse ? "the first line looks like text" : "it is \(list.text)"
    }
}
