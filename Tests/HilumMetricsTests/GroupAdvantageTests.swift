import HilumMetrics
import Testing

@Suite("The advantage in a group")
struct GroupAdvantageTests {
    @Test("is (reward − mean) / (sd + 1e-4) with the standard deviation of a sample")
    func definition() throws {
        // By hand: mean 0.5, squares 0.25 + 0 + 0.25, sd = √(0.5 / 2) = 0.5.
        let values = try #require(GroupAdvantage.values(of: [0, 0.5, 1]))
        for (value, expected) in zip(values, [-0.5 / 0.5001, 0, 0.5 / 0.5001]) { #expect(abs(value - expected) < 1e-12) }
    }

    @Test("does not exist where all are rewarded alike", arguments: [[], [0.3], [0.1, 0.1, 0.1]])
    func noSpread(rewards: [Double]) {
        #expect(GroupAdvantage.values(of: rewards) == nil)
    }

    @Test("sums to 0 and keeps the order of the rewards", arguments: [1, 2, 3, 4] as [UInt64])
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rewards = (0..<8).map { _ in Double.random(in: 0...1, using: &generator) }
        let values = try #require(GroupAdvantage.values(of: rewards))
        #expect(abs(values.reduce(0, +)) < 1e-9)
        #expect(values.indices.sorted { values[$0] < values[$1] } == rewards.indices.sorted { rewards[$0] < rewards[$1] })
    }
}
