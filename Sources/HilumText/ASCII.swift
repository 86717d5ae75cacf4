/// The ASCII that words are cut by. Inlinable, because reports are read a byte at a time.
public enum ASCII {
    @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable public static var newline: UInt8 { UInt8(ascii: "\n") }
    @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable public static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable public static var stop: UInt8 { UInt8(ascii: ".") }
    @inlinable public static var hyphen: UInt8 { UInt8(ascii: "-") }
    @inlinable public static var underscore: UInt8 { UInt8(ascii: "_") }

    /// Lower-case, of a letter; every other byte is itself.
    @inlinable public static func folded(_ byte: UInt8) -> UInt8 {
        isUpper(byte) ? byte | 0x20 : byte
    }

    @inlinable public static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    @inlinable public static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
    @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// A letter of ASCII, or any byte of a character beyond it: accents stay inside words.
    @inlinable public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0x80 }

    @inlinable public static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab || byte == carriageReturn }
}
