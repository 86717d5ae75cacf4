import Hilum

/// Reads rows, works on them in parallel and delivers or writes the results in the order of the rows.
struct RowPipeline {
    let reader: RowReader
    /// Where the results go.
    let output: OutputFile
    let options: WorkOptions

    /// Enough work to make handing it over cheap, little enough to come soon.
    private static let rowsPerPiece = 64
    private static let bytesPerPiece = 1 << 18

    /// - Parameters:
    ///   - work: gives what a piece of rows comes to; called from several threads.
    ///   - bytes: what to write of it; called in order.
    func run<Output: Sendable>(
        work: @escaping @Sendable ([Row]) -> Output, bytes: (Output) throws -> [UInt8]
    ) async throws {
        try await run(work: work, deliver: { try output.write(bytes($0)) })
    }

    /// - Parameters:
    ///   - work: gives what a piece of rows comes to; called from several threads.
    ///   - deliver: called in order.
    func run<Output: Sendable>(
        work: @escaping @Sendable ([Row]) -> Output, deliver: (Output) throws -> Void
    ) async throws {
        var progress = Progress(isShown: !options.quiet && StandardError.isTerminal && !output.isTerminal)
        defer { progress.finish() }
        var failure: (any Error)?
        try await OrderedWork.run(
            threads: options.threadCount,
            next: { try nextPiece(&failure) },
            work: { (rows: [Row]) in (rows.count, work(rows)) },
            deliver: { count, result in
                try deliver(result)
                progress.advance(by: count)
            })
    }

    /// - Parameter failure: met behind the rows that were read last; thrown when they have been taken.
    private func nextPiece(_ failure: inout (any Error)?) throws -> [Row]? {
        if let failure { throw failure }
        var rows: [Row] = []
        var size = 0
        do {
            while rows.count < Self.rowsPerPiece, size < Self.bytesPerPiece, let row = try reader.next() {
                size += row.cells.reduce(0) { $0 + $1.count }
                rows.append(row)
            }
        } catch {
            if rows.isEmpty { throw error }
            failure = error
        }
        return rows.isEmpty ? nil : rows
    }
}
