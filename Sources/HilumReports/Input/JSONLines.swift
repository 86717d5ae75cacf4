import HilumMetrics

/// Reads JSON Lines: one object a line, blank lines skipped.
struct JSONLines {
    private var lines = LineSplitter()
    /// Read before it was asked for, to learn the keys.
    private var first: LineSplitter.Line?

    /// The keys of the first object, which `next` still gives.
    mutating func firstKeys(from source: ByteSource) throws(InputError) -> [String]? {
        first = try lines.nextFilled(from: source, row: 1)
        return try first.map { line throws(InputError) in try Self.keys(of: line, file: source.name) }
    }

    /// Reads the values of the asked keys from the next line.
    /// - Parameters:
    ///   - keys: UTF-8, each once.
    ///   - structured: keys whose arrays, objects, `true` and `false` are wanted as JSON text.
    ///   - passing: keys to give as they stand there.
    /// - Returns: the line's number, the values in the order of the keys, and the members to pass on; nil at the end.
    mutating func next(
        from source: ByteSource, keys: [[UInt8]], structured: Set<[UInt8]>, passing: PassedColumns, row: Int
    ) throws(InputError) -> (line: Int, values: [[UInt8]], passed: [UInt8])? {
        let next: LineSplitter.Line? =
            if let first { first } else { try lines.nextFilled(from: source, row: row) }
        first = nil
        guard let next else { return nil }
        let (values, passed) = try Self.values(of: keys, structured: structured, passing: passing, in: next, file: source.name)
        return (next.number, values, passed)
    }

    // MARK: Values

    /// What a value that was asked for turned out to be.
    private enum Finding {
        case missing
        case text([UInt8])
        case notText(String)
    }

    private static func values(
        of keys: [[UInt8]], structured: Set<[UInt8]>, passing: PassedColumns, in line: LineSplitter.Line, file: String
    ) throws(InputError) -> (values: [[UInt8]], passed: [UInt8]) {
        var findings = [Finding](filled: .missing, count: keys.count)
        var passed = JSONWriter()
        var passedKeys: Set<[UInt8]> = []
        var cursor = JSONCursor(line.bytes, in: line.range)
        do throws(JSONError) {
            try cursor.object { cursor, key throws(JSONError) in
                if passing.contains(key) {
                    guard passedKeys.insert(key).inserted else { throw cursor.repeatedKey }
                    var ahead = cursor
                    passed.key(String(decoding: key, as: UTF8.self))
                    passed.fragment(Array(try ahead.rawValue(depth: 1)))
                }
                guard let index = keys.firstIndex(of: key) else { return try cursor.skipValue(depth: 1) }
                guard case .missing = findings[index] else { throw cursor.repeatedKey }
                findings[index] = try finding(&cursor, isStructured: structured.contains(key))
            }
            try cursor.finish()
        } catch {
            throw problem(error, in: line, file: file)
        }
        var values: [[UInt8]] = []
        values.reserveCapacity(keys.count)
        for (key, finding) in zip(keys, findings) {
            switch finding {
            case .text(let text): values.append(text)
            case .notText(let found):
                let name = String(decoding: key, as: UTF8.self)
                throw InputError(file: file, problem: .notText(line: line.number, key: name, found: found))
            case .missing:
                let name = String(decoding: key, as: UTF8.self)
                let existing = try Self.keys(of: line, file: file)
                throw InputError(file: file, problem: .missingKey(line: line.number, key: name, existing: existing))
            }
        }
        return (values, passed.bytes)
    }

    /// A string as its text, a number as its digits, null as a blank.
    private static func finding(_ cursor: inout JSONCursor, isStructured: Bool) throws(JSONError) -> Finding {
        switch cursor.peek() {
        case UInt8(ascii: "\""): return .text(try cursor.string())
        case UInt8(ascii: "n"):
            try cursor.literal("null")
            return .text([])
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
            if isStructured { return .text(Array(try cursor.rawValue(depth: 1))) }
            let name =
                switch cursor.peek() {
                case UInt8(ascii: "{"): "an object"
                case UInt8(ascii: "["): "an array"
                default: "true or false"
                }
            try cursor.skipValue(depth: 1)
            return .notText(name)
        default: return .text(Array(try cursor.number()))
        }
    }

    private static func keys(of line: LineSplitter.Line, file: String) throws(InputError) -> [String] {
        var keys: [String] = []
        var cursor = JSONCursor(line.bytes, in: line.range)
        if cursor.peek() == UInt8(ascii: "[") {
            let reason = "an array; write one object a line, as jq -c '.[]' does"
            throw problem(cursor.error(reason), in: line, file: file)
        }
        do throws(JSONError) {
            try cursor.object { cursor, key throws(JSONError) in
                keys.append(String(decoding: key, as: UTF8.self))
                try cursor.skipValue(depth: 1)
            }
            try cursor.finish()
        } catch {
            throw problem(error, in: line, file: file)
        }
        return keys
    }

    private static func problem(_ error: JSONError, in line: LineSplitter.Line, file: String) -> InputError {
        InputError(file: file, problem: .malformedJSON(line: line.number, byte: error.offset + 1, reason: error.reason))
    }
}
