/// Checks a stream of bytes, chunk by chunk, for what no text holds: NUL, and what is no UTF-8 (RFC 3629).
package struct UTF8Checker {
    enum Finding: Equatable {
        case nul, invalid
    }

    /// The first bad byte or sequence: `offset` bytes from the start of the stream.
    struct Fault: Equatable {
        var finding: Finding
        var offset: Int
    }

    /// Bytes checked so far.
    private(set) var offset = 0
    /// How many bytes the sequence still needs, and the range in which its next byte has to lie.
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private var sequenceStart = 0

    /// Checks the next chunk.
    /// - Returns: the fault, and how many bytes of the chunk stand before it; nil if there is none.
    mutating func check(_ chunk: UnsafeRawBufferPointer) -> (fault: Fault, good: Int)? {
        var index = 0
        while index < chunk.count {
            if missing == 0 {
                index = Self.skipText(chunk, from: index)
                guard index < chunk.count else { break }
            }
            guard accept(chunk[index], at: offset + index) else {
                let isNUL = missing == 0 && chunk[index] == 0
                let start = missing == 0 ? offset + index : sequenceStart
                return (Fault(finding: isNUL ? .nul : .invalid, offset: start), max(0, start - offset))
            }
            index += 1
        }
        offset += chunk.count
        return nil
    }

    /// What is wrong with a stream that ends here.
    func finish() -> Fault? {
        missing == 0 ? nil : Fault(finding: .invalid, offset: sequenceStart)
    }

    /// Eight bytes of plain ASCII at a time.
    private static func skipText(_ chunk: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= chunk.count {
            guard EightBytes(chunk.loadUnaligned(fromByteOffset: index, as: UInt64.self)).isPlainText else { break }
            index += 8
        }
        while index < chunk.count, chunk[index] != 0, chunk[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func accept(_ byte: UInt8, at offset: Int) -> Bool {
        if missing > 0 {
            guard allowed.contains(byte) else { return false }
            missing -= 1
            allowed = 0x80...0xBF
            return true
        }
        sequenceStart = offset
        switch byte {
        case 0x01...0x7F: return true
        case 0xC2...0xDF: return begin(1, 0x80...0xBF)
        case 0xE0: return begin(2, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: return begin(2, 0x80...0xBF)
        case 0xED: return begin(2, 0x80...0x9F)
        case 0xF0: return begin(3, 0x90...0xBF)
        case 0xF1...0xF3: return begin(3, 0x80...0xBF)
        case 0xF4: return begin(3, 0x80...0x8F)
        default: return false
        }
    }

    private mutating func begin(_ missing: Int, _ allowed: ClosedRange<UInt8>) -> Bool {
        self.missing = missing
        self.allowed = allowed
        return true
    }
}

extension UTF8Checker {
    /// Where a text that may hold NUL, such as one whose length is known, is no UTF-8: bytes from its start; nil if it is all UTF-8.
    package static func firstInvalid(in text: UnsafeRawBufferPointer) -> Int? {
        var start = 0
        while true {
            var checker = UTF8Checker()
            let rest = UnsafeRawBufferPointer(rebasing: text[start...])
            guard let fault = checker.check(rest)?.fault ?? checker.finish() else { return nil }
            guard fault.finding == .nul else { return start + fault.offset }
            start += fault.offset + 1
        }
    }
}
