/// The side of the patient's body.
public enum Laterality: String, CaseIterable, Sendable, Codable {
    case left, right, bilateral, midline
}

/// Sides of the body as a set, so that left and right together are bilateral.
package struct Sides: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package static let left = Sides(rawValue: 1)
    package static let right = Sides(rawValue: 2)
    package static let midline = Sides(rawValue: 4)
    package static let bilateral: Sides = [.left, .right]

    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    package init(_ laterality: Laterality?) {
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
