/// Columns that a row brings along for a result that repeats them, in the order of the input.
public enum PassedColumns: Sendable, Hashable {
    case named([String])
    case all(except: [String])

    static let none = PassedColumns.named([])

    func contains(_ name: [UInt8]) -> Bool {
        switch self {
        case .named(let names): names.contains { $0.utf8.elementsEqual(name) }
        case .all(let exceptions): !exceptions.contains { $0.utf8.elementsEqual(name) }
        }
    }
}
