/// SHA-256 (FIPS 180-4), by which a page's content security policy names the only script and style that may be used. Of some
/// ten thousand bytes; a package of cryptography would be most of the build.
enum SHA256 {
    /// The fractional parts of the cube roots of the first 64 primes, and of the square roots of the first eight.
    private static let (roundConstants, start) = {
        var primes: [UInt32] = []
        var next: UInt32 = 2
        while primes.count < 64 {
            if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
            next += 1
        }
        return (primes.map { root($0, power: 3) }, primes.prefix(8).map { root($0, power: 2) })
    }()

    /// The first 32 bits behind the point of a root.
    private static func root(_ number: UInt32, power: Int) -> UInt32 {
        // The greatest whole number whose power is at most number · 2^(32 · power).
        let limit = UInt128(number) << UInt128(32 * power)
        var root: UInt128 = 0
        for bit in (0..<36).reversed() {
            let tried = root | 1 << UInt128(bit)
            if (1..<power).reduce(tried, { product, _ in product * tried }) <= limit { root = tried }
        }
        return UInt32(truncatingIfNeeded: root)
    }

    /// The 32 bytes of a message's hash.
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var padded = message + [0x80]
        padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
        padded += bigEndian(UInt64(message.count) * 8)
        var state = start
        for block in stride(from: 0, to: padded.count, by: 64) { mix(padded[block..<block + 64], into: &state) }
        return state.flatMap(bigEndian)
    }

    private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        stride(from: number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
            block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let (early, late) = (words[index - 15], words[index - 2])
            let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
            let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
        for (constant, word) in zip(roundConstants, words) {
            let choice = e & f ^ ~e & g
            let one = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ constant &+ word
            let majority = a & b ^ a & c ^ b & c
            let two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
        }
        state = zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
    }

    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }
}
