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
