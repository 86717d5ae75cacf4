/// Where on an image a finding is seen: the largest patch of the heat map that is warm.
public struct HeatRegion: Sendable, Hashable {
    /// Around the patch, in pixels of the image.
    public let box: PixelBox
    /// The warmest pixel of the patch.
    public let x: Int
    public let y: Int
    /// The share of the image (0 to 1) that the patch covers.
    public let share: Double
}

extension HeatMap {
    /// Where a patch ends unless told otherwise: at half of the warmest cell.
    public static let usualThreshold: Float = 0.5
    /// A cell of the map is many pixels wide, so that patches are sought on no finer grid than this and put into pixels afterwards.
    private static let finestSide = 256

    /// The largest connected patch that is at least so warm; nil where nothing speaks for the finding.
    /// - Parameters:
    ///   - threshold: a share of the warmest cell, above 0 and up to 1.
    ///   - width: of the image, in pixels, as is `height`.
    public func region(threshold: Float = Self.usualThreshold, width: Int, height: Int) -> HeatRegion? {
        let (gridWidth, gridHeight) = (min(width, Self.finestSide), min(height, Self.finestSide))
        guard let grid = upsampled(toWidth: gridWidth, height: gridHeight),
            let patch = Patch.largest(of: grid, from: threshold * (grid.values.max() ?? 1))
        else { return nil }
        func scaled(_ box: PixelBox) -> PixelBox {
            box.scaled(fromWidth: gridWidth, height: gridHeight, toWidth: width, height: height)
        }
        let peak = scaled(PixelBox(x: patch.peak % gridWidth, y: patch.peak / gridWidth, width: 1, height: 1))
        return HeatRegion(
            box: scaled(patch.box), x: peak.x + peak.width / 2, y: peak.y + peak.height / 2,
            share: Double(patch.count) / Double(gridWidth * gridHeight))
    }
}

/// Pixels that hang together by their sides.
private struct Patch {
    var count = 0
    /// The place of the warmest pixel in the plane; the first of several.
    var peak: Int
    var left, top, right, bottom: Int

    var box: PixelBox { PixelBox(x: left, y: top, width: right - left + 1, height: bottom - top + 1) }

    /// The patch with the most pixels of at least `threshold`; the first from the top of several.
    static func largest(of plane: GreyPlane, from threshold: Float) -> Patch? {
        var isOpen = plane.values.map { $0 >= threshold }
        var largest: Patch?
        for start in isOpen.indices where isOpen[start] {
            let patch = Patch(around: start, plane, &isOpen)
            if patch.count > largest?.count ?? 0 { largest = patch }
        }
        return largest
    }

    /// Takes the pixels that hang together with `start` out of `isOpen`.
    private init(around start: Int, _ plane: GreyPlane, _ isOpen: inout [Bool]) {
        let width = plane.width
        (left, top, peak) = (start % width, start / width, start)
        (right, bottom) = (left, top)
        var waiting = [start]
        isOpen[start] = false
        while let place = waiting.popLast() {
            let (x, y) = (place % width, place / width)
            count += 1
            (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
            let isWarmer = plane.values[place] > plane.values[peak]
            if isWarmer || plane.values[place] == plane.values[peak] && place < peak { peak = place }
            for (next, isInside) in [
                (place - 1, x > 0), (place + 1, x + 1 < width), (place - width, y > 0), (place + width, y + 1 < plane.height),
            ] where isInside && isOpen[next] {
                isOpen[next] = false
                waiting.append(next)
            }
        }
    }
}
