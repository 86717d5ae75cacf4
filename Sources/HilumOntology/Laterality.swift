/// The side of the patient's body.
public enum Laterality: String, CaseIterable, Sendable, Codable {
    case left, right, bilateral, midline
}

/// Sides of the body as a set, so that left and right together are bilateral.
package struct Sides: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    @inlinable package static var left: Sides { Sides(rawValue: 1) }
    @inlinable package static var right: Sides { Sides(rawValue: 2) }
    @inlinable package static var midline: Sides { Sides(rawValue: 4) }
    @inlinable package static var bilateral: Sides { Sides(rawValue: 3) }

    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    // What `SetAlgebra` gives, in a form that is inlined in other modules: scoring asks millions of times.

    @inlinable package init() { self.init(rawValue: 0) }
    @inlinable package var isEmpty: Bool { rawValue == 0 }
    @inlinable package func isSubset(of other: Sides) -> Bool { rawValue & ~other.rawValue == 0 }
    @inlinable package func isSuperset(of other: Sides) -> Bool { other.isSubset(of: self) }
    @inlinable package func isDisjoint(with other: Sides) -> Bool { rawValue & other.rawValue == 0 }
    @inlinable package mutating func formUnion(_ other: Sides) { self = Sides(rawValue: rawValue | other.rawValue) }
    @inlinable package static func == (left: Sides, right: Sides) -> Bool { left.rawValue == right.rawValue }

    @inlinable package init(_ laterality: Laterality?) {
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
    package init(natural sidedness: Sidedness?) {
        self =
            switch sidedness {
            case .left: .left
            case .right: .right
            case .paired, .pair, .midline, nil: []
            }
    }

    /// The sides in one word; what lies on both sides is bilateral, whether or not the midline is named too.
    package var laterality: Laterality? {
        if isSuperset(of: .bilateral) { return .bilateral }
        if contains(.left) { return .left }
        if contains(.right) { return .right }
        return contains(.midline) ? .midline : nil
    }

    /// For explanations; empty if no side is stated.
    package var name: String {
        switch self {
        case []: ""
        case .left: "left"
        case .right: "right"
        case .midline: "midline"
        default: "bilateral"
        }
    }

    /// Whether both may be said of one finding: one says nothing, or no more than the other.
    package func agrees(with other: Sides) -> Bool {
        isSubset(of: other) || isSuperset(of: other)
    }
}
