import Testing

@testable import HilumModel

struct OverlayTests {
    private let map = HeatMap(columns: 4, rows: 4, values: [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])

    @Test(
        "An overlay is a PNG of the image's shape, coloured where the map is warm",
        arguments: ["grey-8.png", "grey-12-in-16.png", "grey-4-700x520.png"])
    func picture(_ name: String) throws {
        let map = try #require(map)
        let image = try RadiographImage(contentsOf: ImageFixture.path(name))
        let region = map.region(width: image.width, height: image.height)
        let bytes = try Overlay.png(of: image, heatMap: map, region: region, longestSide: 350, file: "overlay")
        let picture = try RadiographImage(bytes: bytes, file: "overlay")
        #expect(max(picture.width, picture.height) == min(350, max(image.width, image.height)))
        #expect(abs(Double(picture.width) / Double(picture.height) - Double(image.width) / Double(image.height)) < 0.01)
        #expect(picture.colourShare > 0.1 && picture.colourShare < 0.6)
        #expect(try Overlay.png(of: image, heatMap: map, region: region, longestSide: 350, file: "overlay") == bytes)
    }

    @Test("Without warmth and box an overlay is the windowed radiograph")
    func plain() throws {
        let image = try RadiographImage(contentsOf: ImageFixture.path("grey-8.png"))
        let cold = try #require(HeatMap(columns: 1, rows: 1, values: [0]))
        let bytes = try Overlay.png(of: image, heatMap: cold, region: nil, file: "overlay")
        let picture = try RadiographImage(bytes: bytes, file: "overlay")
        let plane = image.plane(width: image.width, height: image.height)
        let expected = GreyWindow(plane, shares: [0.01, 0.99]).applied(to: plane).values.map { UInt16(($0 * 255).rounded()) }
        #expect(picture.pixels == expected)
        #expect(picture.colourShare == 0)
    }

    @Test("A box has a white line with black ones to both sides")
    func box() throws {
        let image = try RadiographImage(contentsOf: ImageFixture.path("flat.png"))
        let cold = try #require(HeatMap(columns: 1, rows: 1, values: [0]))
        let region = HeatRegion(box: PixelBox(x: 20, y: 10, width: 30, height: 40), x: 30, y: 30, share: 0.1)
        let bytes = try Overlay.png(of: image, heatMap: cold, region: region, file: "overlay")
        let picture = try RadiographImage(bytes: bytes, file: "overlay")
        #expect(picture.pixels.count { $0 == 255 } == 2 * 30 + 2 * 40 - 4)
        #expect(picture.pixels[30 * 64 + 20] == 255 && picture.pixels[30 * 64 + 49] == 255)
    }

    @Test("The ramp grows lighter all along, so that its order is seen without colours")
    func ramp() {
        let lightness = stride(from: Float(0), through: 1, by: 0.05).map { warmth in
            (ColourRamp.colour(warmth) * SIMD3(0.2126, 0.7152, 0.0722)).sum()
        }
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 })
    }
}
