import Hilum

/// Reads rows, works on them in parallel and delivers or writes the results in the order of the rows.
struct RowPipeline {
    let reader: RowReader
    /// Where the results go.
    let output: OutputFile
    let options: WorkOptions
    /// How many rows are worked on together; nil for as many as make handing them over cheap.
    var rowsPerPiece: Int?

    /// Enough work to make handing it over cheap, little enough to come soon.
    private static let standardRowsPerPiece = 64
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
    ///   - next: the next row; nil to take those of the reader as they are.
    ///   - work: gives what a piece of rows comes to; called from several threads.
    ///   - deliver: called in order.
    func run<Output: Sendable>(
        next: (() throws -> Row?)? = nil, work: @escaping @Sendable ([Row]) -> Output, deliver: (Output) throws -> Void
    ) async throws {
        try await run(
            next: next ?? { try reader.next() }, size: \.textSize, work: work, deliver: deliver)
    }

    /// The same for what is made of rows, such as those of one group.
    /// - Parameters:
    ///   - next: the next item; nil at the end. After an error it is not called again.
    ///   - size: about how many bytes of text an item has.
    func run<Item: Sendable, Output: Sendable>(
        next: () throws -> Item?, size: (Item) -> Int, work: @escaping @Sendable ([Item]) -> Output,
        deliver: (Output) throws -> Void
    ) async throws {
        var progress = Progress(isShown: !options.quiet && StandardError.isTerminal && !output.isTerminal)
        defer { progress.finish() }
        var failure: (any Error)?
        try await OrderedWork.run(
            threads: options.threadCount,
            next: { try nextPiece(next, size, &failure) },
            work: { (items: [Item]) in (items.count, work(items)) },
            deliver: { count, result in
                try Interruption.whole { try deliver(result) }
                progress.advance(by: count)
            })
    }

    /// - Parameter failure: met behind the items that were read last; thrown when they have been taken.
    private func nextPiece<Item>(
        _ next: () throws -> Item?, _ size: (Item) -> Int, _ failure: inout (any Error)?
    ) throws -> [Item]? {
        if let failure { throw failure }
        let most = rowsPerPiece ?? Self.standardRowsPerPiece
        var items: [Item] = []
        var bytes = 0
        do {
            while items.count < most, bytes < Self.bytesPerPiece, let item = try next() {
                bytes += size(item)
                items.append(item)
            }
        } catch {
            if items.isEmpty { throw error }
            failure = error
        }
        return items.isEmpty ? nil : items
    }
}

extension Row {
    /// How many bytes its cells have.
    fileprivate var textSize: Int { cells.reduce(0) { $0 + $1.count } }
}

extension [Row] {
    /// How many bytes the cells have together: what is written is some multiple of it.
    var textSize: Int { reduce(0) { $0 + $1.textSize } }
}
