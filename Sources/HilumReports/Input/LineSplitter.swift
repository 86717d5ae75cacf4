/// Cuts what a source gives into lines.
struct LineSplitter {
    /// The line at hand and the bytes that hold it, without its line feed.
    struct Line {
        var bytes: [UInt8]
        var range: Range<Int>
        var number: Int
    }

    private var number = 0

    /// The next line that is not blank; nil at the end.
    /// - Parameter row: for messages.
    mutating func nextFilled(from source: ByteSource, row: Int) throws(InputError) -> Line? {
        while let line = try next(from: source, row: row) {
            if line.bytes[line.range].contains(where: { !$0.isJSONSpace }) { return line }
        }
        return nil
    }

    /// The next line, blank or not.
    private mutating func next(from source: ByteSource, row: Int) throws(InputError) -> Line? {
        number += 1
        var carried: [UInt8] = []
        var isTooLong = false
        while true {
            if source.position == source.limit, try !source.refill(line: number, row: row) {
                if isTooLong { throw InputError(file: source.name, problem: .tooLong(line: number)) }
                return carried.isEmpty ? nil : Line(bytes: carried, range: 0..<carried.count, number: number)
            }
            let start = source.position
            let end = ByteSearch.first(UInt8(ascii: "\n"), in: source.chunk, start..<source.limit)
            let isWhole = end < source.limit
            source.position = isWhole ? end + 1 : end
            if isWhole, carried.isEmpty, !isTooLong { return Line(bytes: source.chunk, range: start..<end, number: number) }
            if !isTooLong { carried.append(contentsOf: source.chunk[start..<end]) }
            if carried.count > RowReader.longestCell {
                carried = []
                isTooLong = true
            }
            guard isWhole else { continue }
            // Only now, so that the line after it can be read.
            if isTooLong { throw InputError(file: source.name, problem: .tooLong(line: number)) }
            return Line(bytes: carried, range: 0..<carried.count, number: number)
        }
    }
}
