/// A radiograph with the heat map of one finding over it and its box around it.
///
/// One picture a finding, since maps laid over one another cannot be told apart. Where the map is cold the radiograph stays as it is: the
/// colour is the less transparent the warmer the place.
public enum Overlay {
    /// The longest side of a picture unless told otherwise.
    public static let usualSide = 1024
    /// The shares of the pixels that become black and white.
    private static let window: [Float] = [0.01, 0.99]
    /// How much of the radiograph the warmest place covers.
    private static let opacity: Float = 0.55

    /// The picture as a PNG file, 8-bit RGB.
    /// - Parameters:
    ///   - region: whose box is drawn, in pixels of the image; nil for none.
    ///   - longestSide: the picture is as large as the image, or smaller so that its longest side is this.
    ///   - file: what errors call the picture.
    public static func png(
        of image: RadiographImage, heatMap: HeatMap, region: HeatRegion?, longestSide: Int = usualSide, file: String
    ) throws(ImageError) -> [UInt8] {
        var canvas = Canvas(image, longestSide: longestSide, window: window)
        canvas.lay(heatMap, opacity: opacity)
        if let region {
            canvas.outline(
                region.box.scaled(fromWidth: image.width, height: image.height, toWidth: canvas.width, height: canvas.height))
        }
        return try PNGFile.bytes(rgb: canvas.rgb, width: canvas.width, height: canvas.height, file: file)
    }
}

private struct Canvas {
    let width: Int
    let height: Int
    private var pixels: [SIMD3<Float>]

    var rgb: [UInt8] {
        pixels.flatMap { pixel in (0..<3).map { UInt8(min(max(pixel[$0].rounded(), 0), 255)) } }
    }

    init(_ image: RadiographImage, longestSide: Int, window: [Float]) {
        let factor = min(1, Double(max(longestSide, 1)) / Double(max(image.width, image.height)))
        width = max(1, Int((Double(image.width) * factor).rounded()))
        height = max(1, Int((Double(image.height) * factor).rounded()))
        let plane = image.plane(width: width, height: height)
        pixels = GreyWindow(plane, shares: window).applied(to: plane).values.map { SIMD3(repeating: $0 * 255) }
    }

    mutating func lay(_ map: HeatMap, opacity: Float) {
        guard let warmth = map.upsampled(toWidth: width, height: height) else { return }
        for (place, value) in warmth.values.enumerated() {
            let cover = value * opacity
            pixels[place] = pixels[place] * (1 - cover) + ColourRamp.colour(value) * cover
        }
    }

    /// A light line with dark ones to both sides, which is seen on bone and on air.
    mutating func outline(_ box: PixelBox) {
        let line = max(1, max(width, height) / 400)
        frame(box, from: -line, to: 2 * line, [0, 0, 0])
        frame(box, from: 0, to: line, [255, 255, 255])
    }

    /// Colours what lies at least `from` and less than `to` pixels inside the edge of a box; outside it if negative.
    private mutating func frame(_ box: PixelBox, from: Int, to: Int, _ colour: SIMD3<Float>) {
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        for y in max(0, box.y + min(from, 0))..<min(height, bottom - min(from, 0)) {
            for x in max(0, box.x + min(from, 0))..<min(width, right - min(from, 0)) {
                let depth = min(x - box.x, y - box.y, right - 1 - x, bottom - 1 - y)
                if depth >= from && depth < to { pixels[y * width + x] = colour }
            }
        }
    }
}
