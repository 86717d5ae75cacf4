import Hilum

/// Bytes in, bytes out: what crosses the border to C.
enum Texts {
    /// A text given by its length.
    /// - Parameter name: what messages call it.
    /// - Throws: `CallError` if it is not there, too long, or no UTF-8.
    static func copy(_ text: UnsafePointer<CChar>?, count: Int, name: String) throws(CallError) -> [UInt8] {
        let bytes = try copyUnchecked(text, count: count, name: name)
        if let offset = bytes.withUnsafeBytes({ UTF8Checker.firstInvalid(in: $0) }) {
            throw CallError(description: "the \(name): the byte at offset \(offset) is no UTF-8")
        }
        return bytes
    }

    /// The same, of which somebody else finds out whether it is UTF-8.
    static func copyUnchecked(_ text: UnsafePointer<CChar>?, count: Int, name: String) throws(CallError) -> [UInt8] {
        // A size_t that does not fit is negative here.
        guard (0...RowReader.longestCell).contains(count) else {
            throw CallError(description: "the \(name) has more than \(RowReader.longestCell >> 20) MiB")
        }
        guard count > 0 else { return [] }
        guard let text else { throw CallError(description: "the \(name) is NULL, and its length is \(count)") }
        return Array(UnsafeRawBufferPointer(start: text, count: count))
    }

    /// A text ended by NUL, without it.
    static func copy(terminated text: UnsafePointer<CChar>) -> [UInt8] {
        var count = 0
        while text[count] != 0 { count += 1 }
        return Array(UnsafeRawBufferPointer(start: text, count: count))
    }

    /// A copy ended by NUL, for the caller to give to `free`.
    /// - Parameter bytes: without NUL, which JSON writes as an escape.
    static func give(_ bytes: some Collection<UInt8>) -> UnsafeMutablePointer<CChar> {
        let count = bytes.count
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: count + 1)
        UnsafeMutableRawBufferPointer(start: text, count: count).copyBytes(from: bytes)
        text[count] = 0
        return text
    }

    static func free(_ text: UnsafeMutablePointer<CChar>) {
        text.deallocate()
    }
}
