/// The hash of a word by its lower-case bytes, made while the word is cut: FNV-1a in 32 bits
/// (Fowler, Noll, Vo and Eastlake, RFC 9923).
public struct WordHash: Hashable, Sendable {
    public var value: UInt32 = 0x811c_9dc5

    @inlinable public init() {}

    /// Of a whole word, whatever its case.
    @inlinable public init(_ word: some Sequence<UInt8>) {
        for byte in word { add(ASCII.folded(byte)) }
    }

    /// - Parameter byte: lower-case.
    @inlinable public mutating func add(_ byte: UInt8) {
        value = (value ^ UInt32(byte)) &* 0x0100_0193
    }
}
