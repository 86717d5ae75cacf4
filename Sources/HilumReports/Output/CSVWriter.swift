/// Writes CSV (RFC 4180, lines ended by a line feed) into a buffer of bytes; commas come by themselves.
///
///     var writer = CSVWriter()
///     writer.row(["id", "name"])
///     writer.cell("a"); writer.cell("say \"aah\""); writer.endRow()
///     // id,name
///     // a,"say ""aah"""
public struct CSVWriter: Sendable {
    /// What has been written, UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var isFirstCell = true

    public init() {}

    /// What has been written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what has been written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isFirstCell = true
    }

    /// A whole row, such as the header.
    public mutating func row(_ cells: [String]) {
        for text in cells { cell(text) }
        endRow()
    }

    /// A cell of text; empty if there is none.
    public mutating func cell(_ text: String?) {
        var text = text ?? ""
        text.withUTF8 { cell(utf8: $0) }
    }

    /// A cell of text given as UTF-8, quoted where it has to be.
    public mutating func cell(utf8 text: some Sequence<UInt8>) {
        separate()
        let start = bytes.count
        bytes.append(contentsOf: text)
        if bytes[start...].contains(where: Self.needsQuotes) { quote(from: start) }
    }

    /// A cell with a number; see `JSONWriter.number`. Empty if there is none, or if it is infinite or not a number.
    public mutating func cell(_ value: Double?) {
        separate()
        if let value, value.isFinite { bytes.appendDecimal(value) }
    }

    public mutating func cell(_ value: Int) {
        separate()
        bytes.appendDecimal(value)
    }

    public mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isFirstCell = true
    }

    private mutating func separate() {
        if !isFirstCell { bytes.append(UInt8(ascii: ",")) }
        isFirstCell = false
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func quote(from start: Int) {
        let text = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
