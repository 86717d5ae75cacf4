extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed or carriage return.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension ArraySlice<UInt8> {
    /// Without the white space around.
    package var trimmedOfASCIISpace: ArraySlice<UInt8> {
        let rest = drop(while: \.isASCIISpace)
        guard let last = rest.lastIndex(where: { !$0.isASCIISpace }) else { return rest }
        return rest[...last]
    }
}

extension [UInt8] {
    /// Where a pattern that is not empty stands first inside a range.
    func firstRange(of pattern: [UInt8], in range: Range<Int>) -> Range<Int>? {
        guard let first = pattern.first, range.count >= pattern.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            var start = range.lowerBound
            let last = range.upperBound - pattern.count
            while start <= last {
                if bytes[start] == first, bytes[start..<start + pattern.count].elementsEqual(pattern) {
                    return start..<start + pattern.count
                }
                start += 1
            }
            return nil
        }
    }
}
