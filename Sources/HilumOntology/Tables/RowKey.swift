import HilumText

/// What tells a row from every other of its table, so that a row of an overlay finds the one whose place it takes: an identifier, or a
/// phrase whatever its case, blanks and hyphens. Of frames subject and state, as a state may say several things of one subject.
struct RowKey: Hashable {
    private let parts: [String]

    /// Marks the first cell of a row of an overlay that takes away what has its key.
    static let removal: Character = "!"

    init(_ row: Table.Row, of schema: TableSchema) {
        var cells = schema.key.map { TableRow(schema: schema, row: row)[$0] }
        if cells.first?.first == Self.removal { cells[0] = String(cells[0].dropFirst().trimmingSpaces) }
        switch schema.name {
        case TableSchema.concepts.name, TableSchema.frames.name: parts = cells
        // A pair holds both ways.
        case TableSchema.related.name: parts = cells.sorted()
        default: parts = cells.map { Lexer.words(of: $0).joined(separator: " ") }
        }
    }

    /// For messages.
    var name: String { parts.joined(separator: ", ") }
}

extension Table.Row {
    /// Whether a row of an overlay takes another away.
    var isRemoval: Bool { cells.first?.first == RowKey.removal }
}
