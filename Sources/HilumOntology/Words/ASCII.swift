/// The ASCII that words are cut by. Inlinable, because reports are read a byte at a time.
package enum ASCII {
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var newline: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable package static var stop: UInt8 { UInt8(ascii: ".") }
    @inlinable package static var hyphen: UInt8 { UInt8(ascii: "-") }
    @inlinable package static var underscore: UInt8 { UInt8(ascii: "_") }

    /// Lower-case, of a letter; every other byte is itself.
    @inlinable package static func folded(_ byte: UInt8) -> UInt8 {
        isUpper(byte) ? byte | 0x20 : byte
    }

    @inlinable package static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    @inlinable package static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
    @inlinable package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// A letter of ASCII, or any byte of a character beyond it: accents stay inside words.
    @inlinable package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0x80 }

    @inlinable package static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab || byte == carriageReturn }
}
