/// How an input is written.
public enum InputFormat: String, CaseIterable, Sendable {
    /// RFC 4180, with a header.
    case csv
    /// As CSV, with tabs for commas.
    case tsv
    /// One JSON object a line.
    case jsonl

    /// The format that the extension of a path stands for; nil if it stands for none.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }

    /// A guess from the first bytes of an input without an extension: a brace or a bracket begins JSON, a first line with tabs and no comma is TSV.
    init(sniffing start: some Sequence<UInt8>) {
        let line = start.drop { $0.isJSONSpace }.prefix { $0 != UInt8(ascii: "\n") }
        let first = line.first { _ in true }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            self = .jsonl
        } else if line.contains(UInt8(ascii: "\t")), !line.contains(UInt8(ascii: ",")) {
            self = .tsv
        } else {
            self = .csv
        }
    }

    /// The byte between two cells; nil for JSON Lines.
    var delimiter: UInt8? {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: UInt8(ascii: "\t")
        case .jsonl: nil
        }
    }
}
