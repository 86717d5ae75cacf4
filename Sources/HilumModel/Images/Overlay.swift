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
    /// 8 bits of red, green and blue a pixel, row by row from the top.
    private(set) var rgb: [UInt8]

    init(_ image: RadiographImage, longestSide: Int, window: [Float]) {
        let factor = min(1, Double(max(longestSide, 1)) / Double(max(image.width, image.height)))
        width = max(1, Int((Double(image.width) * factor).rounded()))
        height = max(1, Int((Double(image.height) * factor).rounded()))
        let plane = image.plane(width: width, height: height)
        rgb = []
        rgb.reserveCapacity(3 * width * height)
        for grey in GreyWindow(plane, shares: window).applied(to: plane).values {
            let byte = UInt8(grey * 255 + 0.5)
            rgb.append(byte)
            rgb.append(byte)
            rgb.append(byte)
        }
    }

    mutating func lay(_ map: HeatMap, opacity: Float) {
        guard let warmth = map.upsampled(toWidth: width, height: height) else { return }
        for (place, value) in warmth.values.enumerated() {
            let colour = ColourRamp.colour(value)
            let cover = value * opacity
            for channel in 0..<3 {
                let under = Float(rgb[3 * place + channel])
                rgb[3 * place + channel] = UInt8(under + (colour[channel] - under) * cover + 0.5)
            }
        }
    }

    /// A light line with dark ones to both sides, which is seen on bone and on air.
    mutating func outline(_ box: PixelBox) {
        let line = max(1, max(width, height) / 400)
        frame(box, from: -line, to: 2 * line, 0)
        frame(box, from: 0, to: line, 255)
    }

    /// Colours what lies at least `from` and less than `to` pixels inside the edge of a box; outside it if negative.
    private mutating func frame(_ box: PixelBox, from: Int, to: Int, _ grey: UInt8) {
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        let margin = max(0, -from)
        for y in max(0, box.y - margin)..<min(height, bottom + margin) {
            for x in max(0, box.x - margin)..<min(width, right + margin) {
                let depth = min(x - box.x, y - box.y, right - 1 - x, bottom - 1 - y)
                guard depth >= from, depth < to else { continue }
                for channel in 0..<3 { rgb[3 * (y * width + x) + channel] = grey }
            }
        }
    }
}
