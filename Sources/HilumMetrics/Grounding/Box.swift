/// Why four numbers are no box.
public enum BoxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A number is infinite or not a number, or so large that the area is.
    case notFinite
    /// The right edge is left of the left one, or the lower edge above the upper one.
    case inverted
    /// Width or height is 0.
    case empty

    public var description: String {
        switch self {
        case .notFinite: "a coordinate or the area is infinite or not a number"
        case .inverted: "the second corner lies left of the first or above it; is it in the other box format?"
        case .empty: "the box has no area"
        }
    }
}

/// An upright rectangle on an image, in pixels or in shares of the image's width and height: what is compared has to be in the same unit.
public struct Box: Sendable, Hashable {
    public let x1, y1, x2, y2: Double

    /// How four numbers give a box.
    public enum Format: String, CaseIterable, Sendable {
        /// Left, top, right, bottom.
        case xyxy
        /// Left, top, width, height, as COCO has it.
        case xywh
    }

    /// From two opposite corners; the second has to lie right of the first and below it.
    public init(x1: Double, y1: Double, x2: Double, y2: Double) throws(BoxError) {
        guard [x1, y1, x2, y2].allSatisfy(\.isFinite) else { throw .notFinite }
        guard x2 >= x1, y2 >= y1 else { throw .inverted }
        guard (x2 - x1) * (y2 - y1) > 0 else { throw .empty }
        guard ((x2 - x1) * (y2 - y1)).isFinite else { throw .notFinite }
        self.x1 = x1
        self.y1 = y1
        self.x2 = x2
        self.y2 = y2
    }

    /// From a corner and its distance to the opposite one.
    public init(x: Double, y: Double, width: Double, height: Double) throws(BoxError) {
        try self.init(x1: x, y1: y, x2: x + width, y2: y + height)
    }

    public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, format: Format) throws(BoxError) {
        switch format {
        case .xyxy: try self.init(x1: a, y1: b, x2: c, y2: d)
        case .xywh: try self.init(x: a, y: b, width: c, height: d)
        }
    }

    public var area: Double { (x2 - x1) * (y2 - y1) }

    /// The area of both over the area of either, 0–1 (Jaccard).
    public func intersectionOverUnion(_ other: Box) -> Double {
        let width = min(x2, other.x2) - max(x1, other.x1)
        let height = min(y2, other.y2) - max(y1, other.y1)
        guard width > 0, height > 0 else { return 0 }
        let shared = width * height
        return min(1, shared / (area + other.area - shared))
    }
}
