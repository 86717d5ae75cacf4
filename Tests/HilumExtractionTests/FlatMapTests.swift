import HilumTestSupport
import Testing

@testable import HilumExtraction

@Suite("A flat map")
struct FlatMapTests {
    @Test("gives what a dictionary gives", arguments: [0, 1, 21, 22, 1_000, 20_000])
    func parity(count: Int) {
        var generator = SeededGenerator(seed: 7)
        var entries: [UInt64: UInt32] = [:]
        // Small keys lie close together, large ones do not.
        while entries.count < count {
            entries[UInt64.random(in: 0...UInt64(count) * 2, using: &generator) << 16] = generator.next32()
        }
        let map = FlatMap(entries.map { (key: $0.key, value: $0.value) })
        for (key, value) in entries { #expect(map[key] == value) }
        for _ in 0..<1_000 {
            let key = UInt64.random(in: 0..<UInt64.max, using: &generator)
            #expect(map[key] == entries[key])
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func next32() -> UInt32 { UInt32.random(in: 0...UInt32.max, using: &self) }
}
