import BLASShim
import HilumTestSupport
import Testing

@testable import HilumModel

@Suite("Loops over numbers, beside slow ones")
struct KernelTests {
    private static func numbers(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
        (0..<count).map { _ in Float(generator.index(below: 2001)) / 100 - 10 }
    }

    @Test("a convolution of each channel", arguments: [1, 2, 3, 4, 5, 7], [8, 16, 24])
    func depthwise(_ side: Int, _ channels: Int) {
        var generator = SeededGenerator(seed: UInt64(side))
        for kernel in [1, 3, 5, 7] {
            for stride in [1, 2] {
                let columns = (side - 1) * stride + kernel
                let x = Self.numbers(columns * columns * channels, &generator).map { $0 / 10 }
                let weight = Self.numbers(kernel * kernel * channels, &generator).map { $0 / 10 }
                let bias = Self.numbers(channels, &generator)
                var y = [Float](repeating: -1, count: side * side * channels)
                hilum_depthwise_relu6(
                    x, Int32(columns), Int32(channels), Int32(kernel), Int32(stride), weight, bias, &y, Int32(side))
                for place in y.indices {
                    let (row, column, channel) = (place / channels / side, place / channels % side, place % channels)
                    var sum = Double(bias[channel])
                    for tap in 0..<kernel * kernel {
                        let source = (row * stride + tap / kernel) * columns + column * stride + tap % kernel
                        sum += Double(x[source * channels + channel]) * Double(weight[tap * channels + channel])
                    }
                    #expect(abs(Double(y[place]) - min(max(sum, 0), 6)) < 1e-4)
                }
            }
        }
    }

    @Test("a product with weights in half precision is that with the same weights widened", arguments: 1...10, [1, 4, 6, 8])
    func halfProduct(_ rows: Int, _ outputs: Int) {
        var generator = SeededGenerator(seed: UInt64(rows))
        for inputs in [1, 7, 8, 16, 40, 264, 272, 300] {
            let halves = (0..<outputs * inputs).map { _ in
                UInt16(0x2C00 + generator.index(below: 0x1000)) ^ (UInt16(generator.index(below: 2)) << 15)
            }
            var weight = [Float](repeating: 0, count: halves.count)
            hilum_widen_half(halves, &weight, halves.count)
            let x = Self.numbers(rows * inputs, &generator)
            var y = [Float](repeating: 0, count: rows * outputs)
            hilum_half_product(
                halves, Int32(outputs), Int32(inputs), x, Int32(inputs), Int32(rows), &y, Int32(outputs))
            for place in y.indices {
                let sum = (0..<inputs).reduce(0.0) {
                    $0 + Double(x[place / outputs * inputs + $1]) * Double(weight[place % outputs * inputs + $1])
                }
                #expect(abs(Double(y[place]) - sum) < 1e-3 * Double(inputs).squareRoot())
            }
        }
    }
}
