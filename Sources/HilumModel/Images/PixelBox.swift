/// An upright rectangle of whole pixels, from the upper left corner of an image.
public struct PixelBox: Sendable, Hashable {
    public let x: Int
    public let y: Int
    public let width: Int
    public let height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The box on the same image in another size; nowhere less than a pixel.
    func scaled(fromWidth: Int, height fromHeight: Int, toWidth: Int, height toHeight: Int) -> PixelBox {
        func scale(_ start: Int, _ length: Int, _ from: Int, _ to: Int) -> (Int, Int) {
            let factor = Double(to) / Double(from)
            let low = min(Int((Double(start) * factor).rounded()), to - 1)
            let high = min(max(Int((Double(start + length) * factor).rounded()), low + 1), to)
            return (low, high - low)
        }
        let (x, width) = scale(x, width, fromWidth, toWidth)
        let (y, height) = scale(y, height, fromHeight, toHeight)
        return PixelBox(x: x, y: y, width: width, height: height)
    }
}
