extension Array {
    /// The same as `init(repeating:count:)`, which asks for the type of its storage at run time: some hundred instructions, more than all
    /// the rest where there are few elements.
    @inlinable
    @inline(__always)
    package init(filled value: Element, count: Int) {
        self = []
        reserveCapacity(count)
        for _ in 0..<count { append(value) }
    }
}
