/// Writes JSON into a buffer of bytes that is used again and again; commas come by themselves.
///
///     var writer = JSONWriter()
///     writer.object {
///         $0.key("id")
///         $0.string("a")
///         $0.key("span")
///         $0.array { $0.integer(3); $0.integer(9) }
///     }
///     // {"id":"a","span":[3,9]}
///
/// It does not check that keys and values take turns, nor that keys differ.
public struct JSONWriter: Sendable {
    private var buffer = ByteBuffer()
    private var needsComma = false

    /// - Parameter room: about how many bytes will be written. No more than some are made room for: it takes memory at once.
    public init(room: Int = 0) {
        buffer.reserve(min(room, Self.mostRoom))
    }

    private static let mostRoom = 4 << 20

    /// What has been written, UTF-8; a copy.
    public var bytes: [UInt8] { buffer.bytes }

    /// What has been written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// How many bytes have been written.
    var count: Int { buffer.count }

    /// Forgets what has been written and keeps the memory.
    public mutating func removeAll() {
        buffer.removeAll()
        needsComma = false
    }

    // MARK: Structure

    /// An object, whose keys and values `members` writes.
    @inline(__always)
    public mutating func object<Failure>(_ members: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        begin(UInt8(ascii: "{"))
        try members(&self)
        end(UInt8(ascii: "}"))
    }

    /// An array, whose elements `elements` writes.
    @inline(__always)
    public mutating func array<Failure>(_ elements: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        begin(UInt8(ascii: "["))
        try elements(&self)
        end(UInt8(ascii: "]"))
    }

    /// The key of the value that is written next.
    public mutating func key(_ name: String) {
        string(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// The key of the value that is written next, where it is known beforehand.
    /// - Parameter name: without what JSON escapes (quotes, backslashes, control characters).
    @inline(__always)
    mutating func member(_ name: StaticString) {
        let size = name.utf8CodeUnitCount
        let isFirst = !needsComma
        buffer.extend(atMost: size + 4) { room in
            room[0] = UInt8(ascii: ",")
            let name = name.utf8Start
            let start = isFirst ? room : room + 1
            start[0] = UInt8(ascii: "\"")
            (start + 1).update(from: name, count: size)
            start[size + 1] = UInt8(ascii: "\"")
            start[size + 2] = UInt8(ascii: ":")
            return isFirst ? size + 3 : size + 4
        }
        needsComma = false
    }

    /// The same of one that is kept as a piece.
    mutating func key(_ number: Int, of pieces: JSONPieces) {
        fragment(number, of: pieces)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Ends a line of JSON Lines.
    public mutating func newline() {
        buffer.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Begins a piece that stands by itself; see `JSONPieces`.
    mutating func beginPiece() { needsComma = false }

    @inline(__always)
    private mutating func begin(_ bracket: UInt8) {
        separate()
        buffer.append(bracket)
        needsComma = false
    }

    @inline(__always)
    private mutating func end(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    // MARK: Values

    public mutating func string(_ text: String) {
        let written: Void? = text.utf8.withContiguousStorageIfAvailable { string(utf8: $0) }
        if written == nil { Array(text.utf8).withUnsafeBufferPointer { string(utf8: $0) } }
    }

    /// A string, or null if there is none.
    public mutating func string(_ text: String?) {
        if let text { string(text) } else { literal("null") }
    }

    /// A string given as UTF-8.
    public mutating func string(utf8 text: some Collection<UInt8>) {
        let written: Void? = text.withContiguousStorageIfAvailable { string(utf8: $0) }
        if written == nil { Array(text).withUnsafeBufferPointer { string(utf8: $0) } }
    }

    private mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
        separate()
        buffer.appendQuoted(text)
    }

    public mutating func integer(_ value: Int) {
        separate()
        buffer.appendDecimal(value)
    }

    /// An array of two integers.
    mutating func pair(_ one: Int, _ other: Int) {
        separate()
        buffer.appendPair(one, other)
    }

    /// A number, rounded to six decimals, without trailing zeros; null if it is infinite or not a number.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        buffer.appendDecimal(value)
    }

    /// A number, or null if there is none.
    public mutating func number(_ value: Double?) {
        if let value { number(value) } else { null() }
    }

    public mutating func bool(_ value: Bool) {
        if value { literal("true") } else { literal("false") }
    }

    public mutating func null() { literal("null") }

    /// A value that is known beforehand, or one or more members with commas between them.
    /// - Parameter json: JSON.
    @inline(__always)
    mutating func literal(_ json: StaticString) {
        separate()
        buffer.append(json)
    }

    /// One value, or one or more members with commas between them, that are JSON already.
    public mutating func fragment(_ json: [UInt8]) {
        separate()
        buffer.append(json)
    }

    /// The same of pieces of JSON that are kept together.
    @inline(__always)
    mutating func fragment(_ number: Int, of pieces: JSONPieces) {
        separate()
        pieces.withPiece(number) { buffer.append($0) }
    }

    /// A string that is kept as a piece, behind a word and a space.
    /// - Parameter word: without what JSON escapes.
    mutating func name(_ number: Int, of pieces: JSONPieces, after word: String) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        var word = word
        word.withUTF8 { buffer.append($0) }
        buffer.append(UInt8(ascii: " "))
        pieces.withPiece(number) { buffer.append(UnsafeBufferPointer(rebasing: $0.dropFirst())) }
    }
}
