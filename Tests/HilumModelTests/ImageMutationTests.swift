import HilumModel
import HilumTestSupport
import Testing

/// Damaged files are decoded or refused; nothing else may come of them.
struct ImageMutationTests {
    private static let names = [
        "grey-1.png", "grey-8-interlaced.png", "grey-16.png", "palette-4.png", "rgb-alpha-16.png", "grey.jpg",
        "grey-progressive.jpg", "ycc-420.jpg",
        "cmyk.jpg", "ycck.jpg",
    ]

    /// Whether the bytes were decoded; the size of what was has to fit.
    private func isDecoded(_ bytes: [UInt8]) -> Bool {
        guard let image = try? RadiographImage(bytes: bytes, file: "damaged") else { return false }
        #expect(image.pixels.count == image.width * image.height)
        #expect(image.colourShare >= 0 && image.colourShare <= 1)
        return true
    }

    @Test("A file that is cut anywhere is refused", arguments: names)
    func truncations(_ name: String) throws {
        let bytes = try ImageFixture.bytes(name)
        // The last bytes of a JPEG say only that there are no more.
        let least = name.hasSuffix(".jpg") ? 8 : 1
        for length in stride(from: 0, through: bytes.count - least, by: max(1, bytes.count / 300)) {
            #expect(!isDecoded(Array(bytes.prefix(length))))
        }
    }

    @Test("A file with changed bytes is decoded or refused", arguments: names)
    func changes(_ name: String) throws {
        let bytes = try ImageFixture.bytes(name)
        var generator = SeededGenerator(seed: 7)
        var refused = 0
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            if name.hasSuffix(".png"), Bool.random(using: &generator) { damaged = Self.withRightCheckSums(damaged) }
            if !isDecoded(damaged) { refused += 1 }
        }
        #expect(refused > 0)
    }

    /// A PNG whose check sums fit its chunks again, so that damage reaches what stands behind them.
    private static func withRightCheckSums(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var start = 8
        while start + 12 <= bytes.count {
            let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - start - 12 else { break }
            let end = start + 8 + length
            let sum = checkSum(bytes[start + 4..<end])
            for place in 0..<4 { bytes[end + place] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * UInt32(place))) }
            start = end + 4
        }
        return bytes
    }

    /// CRC-32 of the PNG specification.
    private static func checkSum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}
