extension ByteBuffer {
    /// Appends an integer in decimal digits.
    mutating func appendDecimal(_ value: Int) {
        extend(atMost: Self.mostDigits + 1) { Self.writeDecimal(value, to: $0) }
    }

    /// Appends two integers as a JSON array.
    mutating func appendPair(_ one: Int, _ other: Int) {
        extend(atMost: 2 * Self.mostDigits + 5) { room in
            room[0] = UInt8(ascii: "[")
            var end = 1 + Self.writeDecimal(one, to: room + 1)
            room[end] = UInt8(ascii: ",")
            end += 1
            end += Self.writeDecimal(other, to: room + end)
            room[end] = UInt8(ascii: "]")
            return end + 1
        }
    }

    /// Appends a finite number rounded to six decimals, without trailing zeros and, below 10^12, without an exponent.
    mutating func appendDecimal(_ value: Double) {
        guard value.magnitude < 1e12 else {
            var text = value.description
            return text.withUTF8 { append($0) }
        }
        let scaled = (value * 1_000_000).roundedToInt
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        extend(atMost: Self.mostDigits + 8) { room in
            var end = 0
            if scaled < 0 {
                room[0] = UInt8(ascii: "-")
                end = 1
            }
            end += Self.writeDigits(whole, to: room + end)
            guard fraction > 0 else { return end }
            room[end] = UInt8(ascii: ".")
            var rest = fraction
            var place = end + 6
            while place > end {
                room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                place -= 1
            }
            end += 7
            while room[end - 1] == UInt8(ascii: "0") { end -= 1 }
            return end
        }
    }

    /// Of an integer of 64 bits.
    private static let mostDigits = 20

    @inline(__always)
    private static func writeDecimal(_ value: Int, to room: UnsafeMutablePointer<UInt8>) -> Int {
        guard value < 0 else { return writeDigits(value.magnitude, to: room) }
        room[0] = UInt8(ascii: "-")
        return 1 + writeDigits(value.magnitude, to: room + 1)
    }

    /// - Returns: how many digits it has written.
    @inline(__always)
    private static func writeDigits(_ value: UInt, to room: UnsafeMutablePointer<UInt8>) -> Int {
        let count = digits(of: value)
        var rest = value
        var place = count
        while place > 0 {
            place -= 1
            room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return count
    }

    @inline(__always)
    private static func digits(of value: UInt) -> Int {
        if value < 1000 { return value < 10 ? 1 : value < 100 ? 2 : 3 }
        var count = 3
        var rest = value / 1000
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return count
    }
}

extension Double {
    /// The nearest integer, a half rounded away from 0, as `rounded()` has it; of less than 2^62 either way.
    fileprivate var roundedToInt: Int {
        let whole = Int(self)
        let rest = self - Double(whole)
        return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
    }

    /// With so many decimals, the half rounded away from 0; as it is described where it is too large for that.
    package func fixed(decimals: Int) -> String {
        var power = 1
        for _ in 0..<decimals { power *= 10 }
        guard magnitude < 1e12 else { return description }
        let scaled = Int((self * Double(power)).rounded())
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(power))
        let sign = scaled < 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(whole)" }
        let digits = String(fraction)
        return "\(sign)\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
    }

    /// In three digits at the most, without trailing zeros: 0.0625, 0.42, 0.0000305.
    package var shortest: String {
        var decimals = 3
        var limit = 0.1
        while magnitude > 0, magnitude < limit, decimals < 12 {
            decimals += 1
            limit /= 10
        }
        var text = fixed(decimals: decimals)
        while text.contains("."), text.last == "0" || text.last == "." { text.removeLast() }
        return text
    }
}
