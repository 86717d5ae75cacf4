import HilumTestSupport
import Testing

@testable import HilumModel

struct HeatMapTests {
    /// Warm where a Gaussian blob is, on a grid that covers an image.
    private func blob(_ grid: Int, x: Double, y: Double, deviation: Double, width: Int, height: Int) throws -> HeatMap {
        let values = (0..<grid * grid).map { cell in
            let dx = (Double(cell % grid) + 0.5) * Double(width) / Double(grid) - x
            let dy = (Double(cell / grid) + 0.5) * Double(height) / Double(grid) - y
            return Float(exponential(-(dx * dx + dy * dy) / (2 * deviation * deviation)))
        }
        return try #require(HeatMap(columns: grid, rows: grid, values: values))
    }

    private func exponential(_ exponent: Double) -> Double {
        // (1 + x/2ⁿ)^(2ⁿ), near enough for a drawing.
        (0..<20).reduce(max(0, 1 + exponent / 1_048_576)) { power, _ in power * power }
    }

    private func intersectionOverUnion(_ a: PixelBox, _ b: PixelBox) -> Double {
        let width = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        let height = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
        let shared = max(0, width) * max(0, height)
        return Double(shared) / Double(a.width * a.height + b.width * b.height - shared)
    }

    @Test(
        "The box of a blob is where the blob is at least half as warm as in its middle",
        arguments: [(2500, 2048, 1500.0, 700.0, 420.0), (1024, 1024, 300, 620, 160), (300, 412, 100, 250, 50)])
    func box(width: Int, height: Int, x: Double, y: Double, deviation: Double) throws {
        let map = try blob(16, x: x, y: y, deviation: deviation, width: width, height: height)
        let region = try #require(map.region(width: width, height: height))
        let radius = deviation * (2 * 0.6931).squareRoot()
        let expected = PixelBox(x: Int(x - radius), y: Int(y - radius), width: Int(2 * radius), height: Int(2 * radius))
        #expect(intersectionOverUnion(region.box, expected) > 0.9)
        #expect(abs(Double(region.x) - x) < Double(width) / 20 && abs(Double(region.y) - y) < Double(height) / 20)
        let area = 3.14159 * radius * radius / Double(width * height)
        #expect(abs(region.share - area) < area / 10)
    }

    @Test("Of two patches the larger one is boxed, even if the other is warmer")
    func largest() throws {
        var values = [Float](repeating: 0, count: 64)
        values[9] = 1
        for place in [36, 37, 38, 44, 45, 46] { values[place] = 0.8 }
        let map = try #require(HeatMap(columns: 8, rows: 8, values: values))
        let region = try #require(map.region(width: 800, height: 800))
        #expect(region.box.x > 300 && region.box.y > 300)
        #expect(region.box.x + region.box.width <= 800)
    }

    @Test("A box lies within the image, whatever the map and the size")
    func within() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let (columns, rows) = (Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator))
            let (width, height) = (Int.random(in: 1...400, using: &generator), Int.random(in: 1...40, using: &generator))
            let values = (0..<columns * rows).map { _ in Float.random(in: -1...1, using: &generator) }
            let map = try #require(HeatMap(columns: columns, rows: rows, values: values))
            guard let region = map.region(threshold: Float.random(in: 0.01...1, using: &generator), width: width, height: height)
            else {
                #expect(values.allSatisfy { $0 <= 0 })
                continue
            }
            let box = region.box
            #expect(box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0)
            #expect(box.x + box.width <= width && box.y + box.height <= height)
            #expect((box.x..<box.x + box.width).contains(region.x) && (box.y..<box.y + box.height).contains(region.y))
            #expect(region.share > 0 && region.share <= 1)
        }
    }

    @Test("Where nothing speaks for a finding there is no region")
    func cold() throws {
        #expect(try #require(HeatMap(columns: 2, rows: 1, values: [0, -3])).region(width: 100, height: 100) == nil)
    }

    @Test("Values that are too few or no numbers make no map")
    func wrongValues() {
        #expect(HeatMap(columns: 2, rows: 2, values: [1, 2, 3]) == nil)
        #expect(HeatMap(columns: 1, rows: 1, values: [.nan]) == nil)
        #expect(HeatMap(columns: 0, rows: 0, values: []) == nil)
    }

    @Test("Between the middles of the cells the map is a straight line, outside them it is flat")
    func bilinear() throws {
        let map = try #require(HeatMap(columns: 2, rows: 1, values: [0, 2]))
        #expect(try #require(map.upsampled(toWidth: 8, height: 1)).values == [0, 0, 0.125, 0.375, 0.625, 0.875, 1, 1])
    }
}
