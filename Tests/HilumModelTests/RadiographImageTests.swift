import HilumModel
import Testing

struct RadiographImageTests {
    @Test("Every kind of PNG and JPEG gives the grey values that Pillow gives", arguments: try ImageFixture.all)
    func decoding(_ fixture: ImageFixture) throws {
        let image = try RadiographImage(contentsOf: fixture.path)
        #expect(image.width == fixture.width)
        #expect(image.height == fixture.height)
        #expect(image.maximum == fixture.maximum)
        #expect(image.pixels.count == fixture.width * fixture.height)
        let found = ImageFixture.middles(of: fixture.height).flatMap { y in
            ImageFixture.middles(of: fixture.width).map { x in Int(image.pixels[y * fixture.width + x]) }
        }
        #expect(found.count == fixture.samples.count)
        // Another libjpeg may round otherwise.
        let tolerance = fixture.isJPEG ? 2 : 0
        #expect(zip(found, fixture.samples).allSatisfy { abs($0 - $1) <= tolerance })
    }

    @Test("The share of coloured pixels is what Pillow's channels say", arguments: try ImageFixture.all)
    func colour(_ fixture: ImageFixture) throws {
        let image = try RadiographImage(contentsOf: fixture.path)
        #expect(abs(image.colourShare - fixture.colourShare) < (fixture.isJPEG ? 0.01 : 0.000001))
    }

    @Test("Images are decoded on any number of threads, the first of them as well")
    func threads() async throws {
        let fixtures = try ImageFixture.all
        let together = try await withThrowingTaskGroup(of: (Int, RadiographImage).self) { group in
            for (index, fixture) in fixtures.enumerated() {
                group.addTask { (index, try RadiographImage(contentsOf: fixture.path)) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for (index, fixture) in fixtures.enumerated() {
            #expect(try together[index] == RadiographImage(contentsOf: fixture.path))
        }
    }

    @Test("A colourful image is refused with its share, a grey one is not")
    func colourful() throws {
        let coloured = try RadiographImage(contentsOf: ImageFixture.path("ycc-420.jpg"))
        #expect(throws: ImageError.colourful(file: "photo", share: coloured.colourShare)) {
            try coloured.checkColour(file: "photo")
        }
        let grey = try RadiographImage(contentsOf: ImageFixture.path("grey-8.png"))
        #expect(throws: Never.self) { try grey.checkColour(file: "film") }
    }

    @Test("Bytes and file give the same image")
    func bytes() throws {
        let fromBytes = try RadiographImage(bytes: ImageFixture.bytes("cmyk.jpg"), file: "bytes")
        #expect(try fromBytes == RadiographImage(contentsOf: ImageFixture.path("cmyk.jpg")))
    }
}
