import HilumMetrics
import Testing

@Suite struct SeededGeneratorTests {
    /// The first numbers of the authors' splitmix64.c for the seed 1234567.
    @Test("The generator is SplitMix64")
    func known() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<5).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ])
    }

    @Test("Integers below a bound are spread evenly, and streams of a seed differ")
    func integers() {
        var counts = [Int](repeating: 0, count: 7)
        var generator = SeededGenerator(seed: 3, stream: 1)
        for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
        // Four standard deviations of a binomial count.
        for count in counts { #expect(abs(count - 10_000) < 371) }
        let first = (0..<1_000).map { stream in
            var generator = SeededGenerator(seed: 3, stream: UInt64(stream))
            return generator.next()
        }
        #expect(Set(first).count == 1_000)
    }
}
