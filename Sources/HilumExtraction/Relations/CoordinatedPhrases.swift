/// The walk along a list: "the endotracheal and nasogastric tubes", "heart size, mediastinum and hila". What is said of one of the
/// coordinated phrases may be said of the others.
extension SentenceReading {
    enum Direction: Int {
        case left = -1
        case right = 1
    }

    /// What an item does in a list.
    enum ListRole {
        /// Coordinates the phrases before and after it.
        case separator
        /// Is what the list is a list of.
        case member
        /// Stands in one of the phrases.
        case inside
        case end
    }

    /// The items coordinated with one, the nearest first.
    /// - Parameters:
    ///   - memberKind: what is listed: findings or sites.
    ///   - role: the role of an item where it is not the usual one, else nil.
    func coordinated(
        with first: Int, _ direction: Direction, _ memberKind: ItemKind, role: (Int) -> ListRole? = { _ in nil }
    ) -> [Int] {
        var found: [Int] = []
        var isJoined = false
        var index = first + direction.rawValue
        let reachable = leftmost(from: first)..<rightmost(from: first)
        while reachable.contains(index) {
            switch role(index) ?? listRole(of: index, memberKind) {
            case .separator: isJoined = true
            case .member where isJoined:
                found.append(index)
                isJoined = false
            // A second finding begins another statement; a second site says where the first is: "perihilar peribronchial thickening".
            case .member: if memberKind == .finding { return found }
            case .inside: break
            case .end: return found
            }
            index += direction.rawValue
        }
        return found
    }

    private func listRole(of index: Int, _ memberKind: ItemKind) -> ListRole {
        switch kind(index) {
        case .coordinator, .comma: .separator
        case memberKind: .member
        case .site, .determiner: .inside
        default: kind(index).isInsideNounPhrase ? .inside : .end
        }
    }
}
