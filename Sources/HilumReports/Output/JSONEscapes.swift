extension ByteBuffer {
    /// Appends a text as a JSON string (RFC 8259) in its quotes.
    mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        let text = UnsafeRawBufferPointer(text)
        var written = 0
        extend(atMost: text.count + 2) { room in
            room[0] = UInt8(ascii: "\"")
            written = Self.copyPlain(text, to: room + 1)
            guard written == text.count else { return 1 + written }
            room[1 + written] = UInt8(ascii: "\"")
            return written + 2
        }
        guard written < text.count else { return }
        while written < text.count {
            appendEscape(text[written])
            let rest = UnsafeRawBufferPointer(rebasing: text[(written + 1)...])
            var count = 0
            extend(atMost: rest.count) { room in
                count = Self.copyPlain(rest, to: room)
                return count
            }
            written += 1 + count
        }
        append(UInt8(ascii: "\""))
    }

    /// Copies the bytes up to the first that has to be escaped, eight at a time, as hardly any has.
    /// - Returns: how many there are.
    @inline(__always)
    private static func copyPlain(_ text: UnsafeRawBufferPointer, to room: UnsafeMutablePointer<UInt8>) -> Int {
        guard let source = text.baseAddress else { return 0 }
        let room = UnsafeMutableRawPointer(room)
        var index = 0
        while index + 8 <= text.count {
            let eight = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if EightBytes(eight).hasJSONEscapes { break }
            room.storeBytes(of: eight, toByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < text.count {
            let byte = source.load(fromByteOffset: index, as: UInt8.self)
            if byte.isEscapedInJSON { break }
            room.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
            index += 1
        }
        return index
    }

    private mutating func appendEscape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
        default:
            append("u00")
            append(Self.hexadecimal(byte >> 4))
            append(Self.hexadecimal(byte & 15))
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
