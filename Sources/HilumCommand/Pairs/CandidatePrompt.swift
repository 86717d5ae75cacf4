import Hilum

/// A prompt with all its candidates, as the input has them.
struct CandidatePrompt: Sendable {
    var prompt: PreferencePrompt
    /// UTF-8; nil where given scores take its place.
    var reference: [UInt8]?
    /// UTF-8.
    var candidates: [[UInt8]]
    /// One a candidate; nil where they are to be computed.
    var scores: [Double]?

    /// Bytes of text.
    var size: Int { candidates.reduce(reference?.count ?? 0) { $0 + $1.count } }
}

/// Where in the input the parts of a prompt stand.
struct PromptColumns: Sendable {
    /// How the candidates of a prompt are kept.
    enum Layout: Sendable {
        /// As a list in one column.
        case list(column: String)
        /// A row each, which have the value of a column in common.
        case rows(group: String, candidate: String)
    }

    let layout: Layout
    let reference: String?
    let scores: String?
    let prompt: String?
    let images: String?
    let task: String?

    /// The columns to read. In `cells` of a row they stand in this order.
    let names: [String]

    init(layout: Layout, reference: String?, scores: String?, prompt: String?, images: String?, task: String?) {
        self.layout = layout
        self.reference = reference
        self.scores = scores
        self.prompt = prompt
        self.images = images
        self.task = task
        let own =
            switch layout {
            case .list(let column): [column]
            case .rows(let group, let candidate): [candidate, group]
            }
        names = own + [reference, scores, prompt, images, task].compactMap(\.self)
    }

    /// Those whose cells may be lists.
    var structured: Set<String> {
        var columns = [prompt, images]
        if case .list(let column) = layout { columns += [column, scores] }
        return Set(columns.compactMap(\.self))
    }

    /// The cell of a column that is read.
    func cell(_ column: String?, of row: Row) -> [UInt8]? {
        guard let column, let index = names.firstIndex(of: column) else { return nil }
        return row.cells[index]
    }

    /// What belongs to the prompt as a whole.
    /// - Parameter id: of the prompt.
    func prompt(of row: Row, id: [UInt8]) -> PreferencePrompt {
        PreferencePrompt(
            id: id, prompt: cell(prompt, of: row).map(Self.promptValue), images: cell(images, of: row).map(Self.images) ?? [],
            task: cell(task, of: row), passed: row.passed)
    }

    /// A chat where the cell is a JSON list of messages, else the text as it is.
    private static func promptValue(_ cell: [UInt8]) -> JSONValue {
        guard cell.first == UInt8(ascii: "["), let value = try? JSONValue(parsing: cell), let messages = value.elements,
            !messages.isEmpty, messages.allSatisfy({ $0["role"] != nil && $0["content"] != nil })
        else { return .string(cell) }
        return value
    }

    /// A JSON list, or one id.
    private static func images(_ cell: [UInt8]) -> [JSONValue] {
        if cell.first == UInt8(ascii: "["), let elements = (try? JSONValue(parsing: cell))?.elements { return elements }
        return cell.isEmpty ? [] : [.string(cell)]
    }
}
