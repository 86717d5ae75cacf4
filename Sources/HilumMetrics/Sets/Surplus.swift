extension Sequence {
    /// What is left when others have been taken away one for one: of a key that stands here three times and there once, the last two.
    /// - Parameter key: what has to be the same for two to cancel.
    package func surplus<Key: Hashable>(over others: some Sequence<Key>, by key: (Element) -> Key) -> [Element] {
        var left = others.reduce(into: [Key: Int]()) { $0[$1, default: 0] += 1 }
        return filter { element in
            let key = key(element)
            guard let count = left[key], count > 0 else { return true }
            left[key] = count - 1
            return false
        }
    }
}
