/// Writes CSV (RFC 4180, lines ended by a line feed) into a buffer of bytes; commas come by themselves.
///
///     var writer = CSVWriter()
///     writer.row(["id", "name"])
///     writer.cell("a"); writer.cell("say \"aah\""); writer.endRow()
///     // id,name
///     // a,"say ""aah"""
public struct CSVWriter: Sendable {
    private var buffer = ByteBuffer()
    private var isFirstCell = true

    public init() {}

    /// What has been written, UTF-8; a copy.
    public var bytes: [UInt8] { buffer.bytes }

    /// What has been written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what has been written and keeps the memory.
    public mutating func removeAll() {
        buffer.removeAll()
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
        let written: Void? = text.withContiguousStorageIfAvailable { cell(utf8: $0) }
        if written == nil { Array(text).withUnsafeBufferPointer { cell(utf8: $0) } }
    }

    private mutating func cell(utf8 text: UnsafeBufferPointer<UInt8>) {
        separate()
        guard text.contains(where: Self.needsQuotes) else { return buffer.append(text) }
        buffer.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    /// A cell with a number; see `JSONWriter.number`. Empty if there is none, or if it is infinite or not a number.
    public mutating func cell(_ value: Double?) {
        separate()
        if let value, value.isFinite { buffer.appendDecimal(value) }
    }

    public mutating func cell(_ value: Int) {
        separate()
        buffer.appendDecimal(value)
    }

    public mutating func endRow() {
        buffer.append(UInt8(ascii: "\n"))
        isFirstCell = true
    }

    private mutating func separate() {
        if !isFirstCell { buffer.append(UInt8(ascii: ",")) }
        isFirstCell = false
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
