import HilumOntology

/// Sides of the body as a set, so that left and right together are bilateral.
struct Sides: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    static let midline = Sides(rawValue: 4)
    static let bilateral: Sides = [.left, .right]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ laterality: Laterality?) {
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
    init(natural sidedness: Sidedness?) {
        self =
            switch sidedness {
            case .left: .left
            case .right: .right
            case .paired, .pair, .midline, nil: []
            }
    }

    /// For explanations; empty if no side is stated.
    var name: String {
        switch self {
        case []: ""
        case .left: "left"
        case .right: "right"
        case .midline: "midline"
        default: "bilateral"
        }
    }

    /// Whether both may be said of one finding: one says nothing, or no more than the other.
    func agrees(with other: Sides) -> Bool {
        isSubset(of: other) || isSuperset(of: other)
    }
}
