import HilumOntology

/// The sides that the words about one thing name together: left and right make bilateral.
struct SideSet: OptionSet {
    let rawValue: UInt8

    static let left = SideSet(rawValue: 1)
    static let right = SideSet(rawValue: 2)
    static let midline = SideSet(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ laterality: Laterality?) {
        switch laterality {
        case .left: self = .left
        case .right: self = .right
        case .bilateral: self = [.left, .right]
        case .midline: self = .midline
        case nil: self = []
        }
    }

    var laterality: Laterality? {
        if isSuperset(of: [.left, .right]) { return .bilateral }
        if contains(.left) { return .left }
        if contains(.right) { return .right }
        return contains(.midline) ? .midline : nil
    }
}
