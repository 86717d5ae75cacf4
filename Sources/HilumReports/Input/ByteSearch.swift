#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Looks for bytes in arrays, many bytes at a time: most of the time of reading a table goes there.
enum ByteSearch {
    /// Where the first of a byte stands in a range, or the end of the range.
    static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes.withUnsafeBytes { bytes in
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            guard let start = part.baseAddress, let found = memchr(start, Int32(byte), part.count) else {
                return range.upperBound
            }
            return range.lowerBound + (UnsafeRawPointer(found) - start)
        }
    }

    /// Where the first of three bytes stands in a range, or the end of the range.
    static func first(of one: UInt8, _ two: UInt8, _ three: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        let (ones, twos, threes) = (EightBytes(each: one), EightBytes(each: two), EightBytes(each: three))
        return first(
            in: bytes, range,
            where: { !$0.isDisjoint(with: ones) || !$0.isDisjoint(with: twos) || !$0.isDisjoint(with: threes) },
            or: { $0 == one || $0 == two || $0 == three })
    }

    /// Where the first byte stands in a range that a JSON string does not hold as it is, or the end of the range.
    static func firstEscaped(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        first(in: bytes, range, where: \.hasJSONEscapes, or: \.isEscapedInJSON)
    }

    /// - Parameters:
    ///   - isIn: whether eight bytes have one that is looked for.
    ///   - isIt: whether a byte is looked for.
    @inline(__always)
    private static func first(
        in bytes: [UInt8], _ range: Range<Int>, where isIn: (EightBytes) -> Bool, or isIt: (UInt8) -> Bool
    ) -> Int {
        bytes.withUnsafeBytes { bytes in
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            var index = 0
            while index + 8 <= part.count {
                if isIn(EightBytes(part.loadUnaligned(fromByteOffset: index, as: UInt64.self))) { break }
                index += 8
            }
            while index < part.count, !isIt(part[index]) { index += 1 }
            return range.lowerBound + index
        }
    }
}
