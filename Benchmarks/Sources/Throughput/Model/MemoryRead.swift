/// Memory that is read as fast as one thread can.
struct MemoryRead {
    private typealias Line = SIMD16<UInt32>

    private let lines: [Line]

    init(bytes: Int) {
        lines = (0..<max(8, bytes / MemoryLayout<Line>.size / 8 * 8)).map { Line(repeating: UInt32(truncatingIfNeeded: $0)) }
    }

    /// The best of some passes: what the machine can, not what others leave of it.
    func bytesPerSecond(passes: Int = 5) -> Double {
        let size = Double(lines.count * MemoryLayout<Line>.size)
        return (0..<passes).map { _ in
            let start = CPUTime.thread
            let sum = lines.withUnsafeBufferPointer(Self.sum)
            let seconds = CPUTime.thread - start
            return sum == 0 ? 0 : size / seconds
        }.max() ?? 0
    }

    private static func sum(_ lines: UnsafeBufferPointer<Line>) -> UInt32 {
        var sums = (Line.zero, Line.zero)
        for index in stride(from: 0, to: lines.count, by: 2) {
            sums.0 &+= lines[index]
            sums.1 &+= lines[index + 1]
        }
        return (sums.0 &+ sums.1).wrappedSum()
    }
}
