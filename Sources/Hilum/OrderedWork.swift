/// Works on pieces in parallel and delivers the results in the order of the pieces, so that they do not depend on the number of threads.
package enum OrderedWork {
    /// Takes pieces, works on up to `threads` of them at a time, and delivers each result when all before it are delivered.
    ///
    /// Pieces are taken and results delivered one at a time by the caller's task. If taking fails, what was taken before is still
    /// worked on and delivered; then the error is thrown. An error of the work itself ends everything at once.
    /// - Parameters:
    ///   - threads: at least 1; more than 256 are as 256, so that what is read ahead stays bounded.
    ///   - window: how many pieces may be in memory, taken and not delivered. (default: twice `threads`) More let a piece that takes
    ///     long hold up fewer others.
    ///   - next: the next piece; nil at the end.
    package static func run<Piece: Sendable, Output: Sendable>(
        threads: Int, window: Int? = nil, next: () throws -> Piece?, work: @escaping @Sendable (Piece) async throws -> Output,
        deliver: (Output) throws -> Void
    ) async throws {
        let threads = min(threads, 256)
        let window = window ?? 2 * threads
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var taken = 0
            var delivered = 0
            var finished: [Int: Output] = [:]
            var failure: (any Error)?
            var isAtEnd = false
            while true {
                while !isAtEnd, taken - delivered - finished.count < threads, taken - delivered < window {
                    do {
                        guard let piece = try next() else {
                            isAtEnd = true
                            break
                        }
                        let number = taken
                        group.addTask { (number, try await work(piece)) }
                        taken += 1
                    } catch {
                        failure = error
                        isAtEnd = true
                    }
                }
                guard let (number, output) = try await group.next() else { break }
                finished[number] = output
                while let output = finished.removeValue(forKey: delivered) {
                    delivered += 1
                    try deliver(output)
                }
            }
            if let failure { throw failure }
        }
    }
}
