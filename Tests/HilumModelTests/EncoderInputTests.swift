import HilumTestSupport
import Testing

@testable import HilumModel

struct EncoderInputTests {
    @Test("The encoder's input is what PyTorch makes of the image", arguments: try ImageFixture.all.filter { $0.input != nil })
    func input(_ fixture: ImageFixture) throws {
        let (size, expected) = (try #require(fixture.size), try #require(fixture.input))
        let input = try RadiographImage(contentsOf: fixture.path).encoderInput(try ImageFixture.layout(size: size))
        #expect(input.count == size * size)
        let middles = ImageFixture.middles(of: size)
        let found = middles.flatMap { y in middles.map { x in input[y * size + x] } }
        #expect(found.count == expected.count)
        let difference = zip(found, expected).map { abs($0 - $1) }.max() ?? .infinity
        // Another libjpeg may round otherwise.
        #expect(difference < (fixture.isJPEG ? 0.05 : 0.0001))
    }

    @Test(
        "The weights of a step sum to 1 and stay within the line", arguments: [1, 2, 3, 64, 255, 256, 257, 1000],
        [1, 2, 7, 64, 256, 300])
    func weights(from source: Int, to target: Int) {
        let filter = TriangleFilter(from: source, to: target)
        for index in 0..<target {
            let weights = filter.weights(of: index)
            #expect(abs(weights.reduce(0, +) - 1) < 0.00001)
            #expect(weights.allSatisfy { $0 >= 0 })
            #expect(filter.start(of: index) >= 0 && filter.start(of: index) + weights.count <= source)
        }
    }

    @Test("A resized image of one grey is of that grey")
    func flat() {
        let plane = GreyPlane(width: 90, height: 33, values: Array(repeating: 7, count: 90 * 33)).resized(toWidth: 41, height: 50)
        #expect(plane.values.count == 41 * 50)
        #expect(plane.values.allSatisfy { abs($0 - 7) < 0.0001 })
    }

    @Test("The window takes the values that stand at its shares when the pixels are sorted", arguments: [1, 2, 100, 4096])
    func window(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let values = (0..<count).map { _ in Float.random(in: 0...255, using: &generator) }
        let sorted = values.sorted()
        for (low, high) in [(Float(0), Float(1)), (0.01, 0.99), (0.25, 0.5)] {
            let window = GreyWindow(GreyPlane(width: count, height: 1, values: values), shares: [low, high])
            #expect(window.low == sorted[Int(low * Float(count - 1))])
            #expect(window.high == sorted[Int(high * Float(count - 1))])
        }
    }
}
