/// Pieces of JSON that are written again and again, by number: escaped once, and kept in one array.
struct JSONPieces: Sendable {
    private let bytes: [UInt8]
    /// Where each begins; the end behind the last.
    private let starts: [Int32]

    /// - Parameters:
    ///   - elements: what there is to be a piece of.
    ///   - write: writes the piece of an element: a value, or members with commas between them.
    init<Element>(of elements: some Collection<Element>, _ write: (Element, inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        var starts: [Int32] = [0]
        starts.reserveCapacity(elements.count + 1)
        for element in elements {
            writer.beginPiece()
            write(element, &writer)
            starts.append(Int32(writer.count))
        }
        self.starts = starts
        bytes = writer.bytes
    }

    @inline(__always)
    func withPiece(_ number: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
        let range = Int(starts[number])..<Int(starts[number + 1])
        bytes.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
