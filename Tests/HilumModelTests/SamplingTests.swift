import Foundation
import HilumTestSupport
import Testing

@testable import HilumModel

@Suite("Drawing a token")
struct SamplingTests {
    static let probabilities: [Double] = [0.1, 0.4, 0.05, 0.4, 0.05]
    static let logarithms = probabilities.map { Float(log($0)) }

    private static func counts(_ sampling: Sampling, _ logarithms: [Float] = logarithms, draws: Int = 20_000) -> [Double] {
        (0..<draws).reduce(into: Array(repeating: 0, count: logarithms.count)) { counts, draw in
            counts[sampling.draw(logarithms, number: (Double(draw) + 0.5) / Double(draws))] += 1 / Double(draws)
        }
    }

    @Test("each as often as its probability says, changed by the temperature", arguments: [0.25, 0.5, 1, 2])
    func frequencies(_ temperature: Double) {
        let powers = Self.probabilities.map { pow($0, 1 / temperature) }
        let counts = Self.counts(Sampling(temperature: temperature))
        for (count, power) in zip(counts, powers) { #expect(abs(count - power / powers.reduce(0, +)) < 1e-3) }
    }

    @Test(
        "of the likeliest ones; of equals, the lower id",
        arguments: zip(
            [Sampling(topK: 1), Sampling(topK: 2), Sampling(topK: 4), Sampling(topK: 99)],
            [[1], [1, 3], [0, 1, 2, 3], [0, 1, 2, 3, 4]]))
    func topK(_ sampling: Sampling, _ drawn: [Int]) {
        let counts = Self.counts(sampling)
        #expect(counts.indices.filter { counts[$0] > 0 } == drawn)
    }

    @Test(
        "of the fewest that have the share between them",
        arguments: zip(
            [1e-300, 0.01, 0.39, 0.41, 0.79, 0.81, 0.91, 1],
            [[1], [1], [1], [1, 3], [1, 3], [0, 1, 3], [0, 1, 2, 3], [0, 1, 2, 3, 4]]))
    func topP(_ share: Double, _ drawn: [Int]) {
        let counts = Self.counts(Sampling(topP: share))
        #expect(counts.indices.filter { counts[$0] > 0 } == drawn)
    }

    @Test("the likeliest one at the least temperature, any at the greatest")
    func extremes() {
        let cold = Self.counts(Sampling(temperature: .leastNonzeroMagnitude), [-3, -1, -2])
        #expect(cold.indices.filter { cold[$0] > 0 } == [1])
        for count in Self.counts(Sampling(temperature: .greatestFiniteMagnitude)) { #expect(abs(count - 0.2) < 1e-3) }
    }

    @Test("never one that is forbidden, whatever the number", arguments: [0, 0.5, 0x1.fffffffffffffp-1])
    func forbidden(_ number: Double) {
        let token = Sampling().draw([-.infinity, -1, -.infinity, -2, -.infinity], number: number)
        #expect(token == 1 || token == 3)
        #expect(Sampling().draw([-.infinity, -.infinity, -5], number: number) == 2)
    }

    @Test("the largest of many, beside a sort; equal ones in order", arguments: 1...12)
    func largest(_ count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let x = (0..<200).map { _ in
            [Float(generator.index(below: 20)), -.infinity, .nan][max(0, generator.index(below: 10) - 7)]
        }
        let sorted = x.indices.filter { x[$0].isFinite }.sorted { (x[$1], $0) < (x[$0], $1) }
        #expect(VectorFunctions.largest(count, of: x) == Array(sorted.prefix(count)))
        #expect(VectorFunctions.largest(count * 20, of: x) == Array(sorted.prefix(count * 20)))
        #expect(VectorFunctions.largest(count, of: [.nan, -.infinity]) == [])
    }
}
