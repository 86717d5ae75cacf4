import Testing

@testable import HilumModel

struct NumberFormatTests {
    private static func floats(_ format: NumberFormat, _ patterns: [UInt16], offset: Int = 0) -> [Float] {
        let bytes = [UInt8](repeating: 0xAA, count: offset) + patterns.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return bytes.withUnsafeBytes { format.floats(UnsafeRawBufferPointer(rebasing: $0[offset...])) }
    }

    /// What IEEE 754 says of a half.
    private static func value(ofHalf half: UInt16) -> Float {
        let sign: Float = half & 0x8000 == 0 ? 1 : -1
        let exponent = Int(half >> 10 & 0x1F)
        let fraction = Float(half & 0x3FF) / 1024
        switch exponent {
        case 0: return sign * fraction * 0x1p-14
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
        }
    }

    @Test("Every half is the float of the same value, and a NaN stays one", arguments: [0, 1])
    func halves(offset: Int) {
        let all = Array(UInt16.min...UInt16.max)
        let floats = Self.floats(.float16, all, offset: offset)
        let wrong = zip(all, floats).first { half, float in
            let expected = Self.value(ofHalf: half)
            return expected.isNaN ? !float.isNaN : expected.bitPattern != float.bitPattern
        }
        #expect(floats.count == all.count)
        #expect(wrong == nil)
    }

    @Test("However many halves there are, the last ones are read as the first ones are", arguments: 0...17)
    func tails(count: Int) {
        let patterns = [UInt16](repeating: 0x3C00, count: count)
        #expect(Self.floats(.float16, patterns) == [Float](repeating: 1, count: count))
    }

    @Test("Every bfloat16 is the upper half of its float", arguments: [0, 1])
    func brains(offset: Int) {
        let all = Array(UInt16.min...UInt16.max)
        let floats = Self.floats(.bfloat16, all, offset: offset)
        #expect(floats.map(\.bitPattern) == all.map { UInt32($0) << 16 })
    }

    @Test("A float is itself, at any address")
    func singles() {
        let numbers: [Float] = [0, -1.5, .infinity, .leastNonzeroMagnitude]
        var bytes: [UInt8] = [0]
        for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 } }
        #expect(bytes.withUnsafeBytes { NumberFormat.float32.floats(UnsafeRawBufferPointer(rebasing: $0[1...])) } == numbers)
    }
}
