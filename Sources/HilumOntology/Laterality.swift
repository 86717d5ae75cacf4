/// The side of the patient's body.
public enum Laterality: String, CaseIterable, Sendable, Codable {
    case left, right, bilateral, midline
}

/// Sides of the body as a set, so that left and right together are bilateral.
public struct Sides: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    @inlinable public static var left: Sides { Sides(rawValue: 1) }
    @inlinable public static var right: Sides { Sides(rawValue: 2) }
    @inlinable public static var midline: Sides { Sides(rawValue: 4) }
    @inlinable public static var bilateral: Sides { Sides(rawValue: 3) }

    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    // What `SetAlgebra` gives, in a form that is inlined in other modules: extraction and scoring ask millions of times.

    @inlinable public init() { self.init(rawValue: 0) }
    @inlinable public var isEmpty: Bool { rawValue == 0 }
    @inlinable public func isSubset(of other: Sides) -> Bool { rawValue & ~other.rawValue == 0 }
    @inlinable public func isSuperset(of other: Sides) -> Bool { other.isSubset(of: self) }
    @inlinable public func isDisjoint(with other: Sides) -> Bool { rawValue & other.rawValue == 0 }
    @inlinable public mutating func formUnion(_ other: Sides) { self = Sides(rawValue: rawValue | other.rawValue) }
    @inlinable public static func == (left: Sides, right: Sides) -> Bool { left.rawValue == right.rawValue }

    @inlinable public init(_ laterality: Laterality?) {
        self =
            switch laterality {
            case .left: .left
            case .right: .right
            case .bilateral: .bilateral
            case .midline: .midline
            case nil: []
            }
    }

    /// The side that an anatomical site has by nature: the lingula lies left.
    public init(natural sidedness: Sidedness?) {
        self =
            switch sidedness {
            case .left: .left
            case .right: .right
            case .paired, .pair, .midline, nil: []
            }
    }

    /// The sides in one word; what lies on both sides is bilateral, whether or not the midline is named too.
    @inlinable public var laterality: Laterality? {
        if isSuperset(of: .bilateral) { return .bilateral }
        if isSuperset(of: .left) { return .left }
        if isSuperset(of: .right) { return .right }
        return isSuperset(of: .midline) ? .midline : nil
    }

    /// For explanations; empty if no side is stated.
    public var name: String {
        switch self {
        case []: ""
        case .left: "left"
        case .right: "right"
        case .midline: "midline"
        default: "bilateral"
        }
    }

    /// Whether both may be said of one finding: one says nothing, or no more than the other.
    @inlinable public func agrees(with other: Sides) -> Bool {
        isSubset(of: other) || isSuperset(of: other)
    }
}
