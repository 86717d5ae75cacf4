extension [UInt8] {
    /// Appends an integer in decimal digits.
    mutating func appendDecimal(_ value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        appendDigits(value.magnitude)
    }

    /// Appends a finite number rounded to six decimals, without trailing zeros and, below 10^12, without an exponent.
    mutating func appendDecimal(_ value: Double) {
        let millionth = 1_000_000
        guard value.magnitude < 1e12 else {
            append(contentsOf: value.description.utf8)
            return
        }
        let scaled = Int((value * Double(millionth)).rounded())
        if scaled < 0 { append(UInt8(ascii: "-")) }
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(millionth))
        appendDigits(whole)
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        var rest = fraction
        var place = UInt(millionth) / 10
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(rest / place))
            rest %= place
            place /= 10
        }
    }

    private mutating func appendDigits(_ value: UInt) {
        let start = count
        var rest = value
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }
}

extension Double {
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
