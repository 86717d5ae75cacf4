/// Reads the records of CSV and TSV (RFC 4180): cells between delimiters, quoted where they hold delimiters, quotes or line ends.
///
/// More lenient than the RFC in two ways that do no harm: any of LF, CRLF and CR ends a record, and a quote that does not begin a
/// cell is a character like any other.
struct DelimitedParser {
    let delimiter: UInt8
    /// The line on which the next byte stands.
    private(set) var line = 1
    /// The line on which the record at hand begins.
    private(set) var recordLine = 1
    /// How many cells the record at hand has.
    private(set) var cellCount = 0
    /// Whether the record at hand is an empty line: not even quotes.
    private(set) var isBlank = true

    private var followsCarriageReturn = false
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    private enum State {
        case cellStart, plain, quoted, afterQuote
    }

    /// What ended a stretch of a cell.
    private enum Step {
        case goesOn, cellEnds, recordEnds
    }

    /// Reads the next record.
    /// - Parameters:
    ///   - slots: for each cell, where in `cells` it goes, or nil if it is not wanted.
    ///   - everything: whether to append all cells instead, as of a header.
    ///   - row: the number of the record among the rows of data, for messages.
    /// - Returns: false at the end of the input.
    mutating func next(
        from source: ByteSource, slots: [Int?] = [], everything: Bool = false, row: Int, into cells: inout [[UInt8]]
    ) throws(InputError) -> Bool {
        cellCount = 0
        isBlank = true
        recordLine = line
        var state = State.cellStart
        var quoteLine = line
        var slot = Self.slot(0, slots, everything, &cells)
        while true {
            if source.position == source.limit, try !source.refill(line: line, row: row) {
                if state == .quoted { throw InputError(file: source.name, problem: .unterminatedQuote(line: quoteLine)) }
                guard state != .cellStart || cellCount > 0 else { return false }
                cellCount += 1
                return true
            }
            if state == .cellStart {
                if followsCarriageReturn, cellCount == 0 {
                    followsCarriageReturn = false
                    if source.chunk[source.position] == Self.lineFeed {
                        source.position += 1
                        continue
                    }
                }
                quoteLine = line
                state = source.chunk[source.position] == Self.quote ? .quoted : .plain
                if state == .quoted {
                    isBlank = false
                    source.position += 1
                    continue
                }
            }
            let step: Step
            switch state {
            case .quoted:
                step = .goesOn
                if try readQuoted(source, slot, &cells) { state = .afterQuote }
            case .afterQuote where source.chunk[source.position] == Self.quote:
                step = .goesOn
                source.position += 1
                if let slot { cells[slot].append(Self.quote) }
                state = .quoted
            case .afterQuote:
                guard isEnd(source.chunk[source.position]) else {
                    throw InputError(file: source.name, problem: .textAfterQuote(line: line))
                }
                step = end(source)
            case .cellStart, .plain:
                step = try readPlain(source, slot, &cells)
            }
            switch step {
            case .goesOn: continue
            case .recordEnds: return true
            case .cellEnds:
                state = .cellStart
                slot = Self.slot(cellCount, slots, everything, &cells)
            }
        }
    }

    private static func slot(_ index: Int, _ slots: [Int?], _ everything: Bool, _ cells: inout [[UInt8]]) -> Int? {
        guard everything else { return index < slots.count ? slots[index] : nil }
        cells.append([])
        return cells.count - 1
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// Steps over the byte that ends a cell.
    private mutating func end(_ source: ByteSource) -> Step {
        let byte = source.chunk[source.position]
        source.position += 1
        cellCount += 1
        if byte == delimiter {
            isBlank = false
            return .cellEnds
        }
        line += 1
        followsCarriageReturn = byte == Self.carriageReturn
        return .recordEnds
    }

    private mutating func readPlain(_ source: ByteSource, _ slot: Int?, _ cells: inout [[UInt8]]) throws(InputError) -> Step {
        let start = source.position
        let end = ByteSearch.first(
            of: delimiter, Self.lineFeed, Self.carriageReturn, in: source.chunk, start..<source.limit)
        if end > start { isBlank = false }
        try keep(start..<end, slot, &cells, source)
        source.position = end
        return end < source.limit ? self.end(source) : .goesOn
    }

    /// - Returns: whether it met a quote, which it steps over.
    private mutating func readQuoted(_ source: ByteSource, _ slot: Int?, _ cells: inout [[UInt8]]) throws(InputError) -> Bool {
        let start = source.position
        let end = ByteSearch.first(Self.quote, in: source.chunk, start..<source.limit)
        var lineEnd = ByteSearch.first(Self.lineFeed, in: source.chunk, start..<end)
        while lineEnd < end {
            line += 1
            lineEnd = ByteSearch.first(Self.lineFeed, in: source.chunk, lineEnd + 1..<end)
        }
        try keep(start..<end, slot, &cells, source)
        source.position = min(end + 1, source.limit)
        return end < source.limit
    }

    /// Keeps bytes of the chunk at hand.
    private func keep(
        _ range: Range<Int>, _ slot: Int?, _ cells: inout [[UInt8]], _ source: ByteSource
    ) throws(InputError) {
        guard let slot else { return }
        guard cells[slot].count + range.count <= RowReader.longestCell else {
            throw InputError(file: source.name, problem: .tooLong(line: recordLine))
        }
        cells[slot].append(contentsOf: source.chunk[range])
    }
}
