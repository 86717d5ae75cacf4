import HilumMetrics
import HilumOntology
import HilumScoring

/// Reads the file of a baseline, whoever may have changed it.
struct BaselineReader {
    private let file: String
    private let bytes: [UInt8]
    private var scores: ScoredReports
    private(set) var reports: [Baseline.Report] = []
    private var ids: Set<[UInt8]> = []
    private var format: JSONValue?
    private var version: JSONValue?
    private var hasReports = false

    /// The most bytes that a file may have: 1 GiB, some half a million reports.
    private static let mostBytes = 1 << 30

    /// No report makes so many errors; sums of larger numbers could overflow.
    private static let largestNumber = 1e5

    /// Reads the bytes.
    init(path: String) throws {
        do throws(InputError) {
            let source = try ByteSource(path: path)
            var bytes: [UInt8] = []
            var line = 1
            while try source.refill(line: line, row: 1) {
                bytes += source.unread
                line += source.unread.count { $0 == UInt8(ascii: "\n") }
                guard bytes.count <= Self.mostBytes else { throw InputError(file: path, problem: .tooLong(line: 1)) }
            }
            file = path
            self.bytes = bytes
        } catch {
            switch error.problem {
            case .unreadable where !OutputFile.exists(path): throw BaselineError.missing(file: path)
            case .nulByte(_, _, _), .tooLong: throw BaselineError.notBaseline(file: path)
            case .invalidUTF8(let line, _, let offset):
                throw BaselineError.invalid(file: path, line: line, reason: "the byte at offset \(offset) is no UTF-8")
            default: throw error
            }
        }
        scores = ScoredReports(file: path)
    }

    /// The scores; `reports` are in their order.
    mutating func read() throws(BaselineError) -> ScoredReports {
        var cursor = JSONCursor(bytes, in: 0..<bytes.count)
        do throws(JSONError) {
            try cursor.object { cursor, key throws(JSONError) in
                try member(String(decoding: key, as: UTF8.self), &cursor)
            }
            try cursor.finish()
        } catch {
            // What does not even begin as one is something else.
            guard isBaseline else { throw .notBaseline(file: file) }
            throw .invalid(file: file, line: Self.line(of: error.offset, in: bytes), reason: error.reason)
        }
        guard isBaseline else { throw .notBaseline(file: file) }
        guard isReadable else {
            throw .otherFormat(file: file, version: (version?.text).map { String(decoding: $0, as: UTF8.self) } ?? "")
        }
        guard hasReports, !scores.signatures.isEmpty else {
            throw .invalid(
                file: file, line: Self.line(of: bytes.count, in: bytes),
                reason: "it has no \"\(hasReports ? "signature" : "reports")\"")
        }
        return scores
    }

    private var isBaseline: Bool { format == .string(Array(BaselineJSON.format.utf8)) }
    private var isReadable: Bool { version?.double == Double(BaselineJSON.version) }

    private mutating func member(_ key: String, _ cursor: inout JSONCursor) throws(JSONError) {
        switch key {
        case "format" where format == nil: format = try JSONValue(&cursor, depth: 1)
        case "format_version" where version == nil: version = try JSONValue(&cursor, depth: 1)
        case "signature" where scores.signatures.isEmpty:
            scores.add(signature: String(decoding: try cursor.string(), as: UTF8.self))
        case "reports" where !hasReports:
            hasReports = true
            // The rest of another form may look like anything.
            guard version == nil || isReadable else { return try cursor.skipValue(depth: 1) }
            try cursor.array { cursor throws(JSONError) in
                _ = cursor.peek()
                let start = cursor.position
                let report = try JSONValue(&cursor, depth: 2)
                do throws(JSONShapeError) {
                    try add(report)
                } catch {
                    throw cursor.error(error.description, at: start)
                }
            }
        case "format", "format_version", "signature", "reports": throw cursor.repeatedKey
        default: try cursor.skipValue(depth: 1)
        }
    }

    // MARK: Reports

    private mutating func add(_ report: JSONValue) throws(JSONShapeError) {
        let id = Array(try report.required("id", of: "the report").string("the id").utf8)
        guard ids.insert(id).inserted else { throw JSONShapeError("its id stands there twice") }
        guard let reference = TextHash(hexadecimal: try report.required("reference_hash", of: "the report").string("the hash"))
        else { throw JSONShapeError("the hash of the reference has no 32 hexadecimal digits") }
        scores.append(id: id)
        for (name, value) in try members(report.required("scores", of: "the report"), "\"scores\"") where value != .null {
            guard let metric = Metric(rawValue: name) else { continue }
            guard let number = value.double, metric.range.contains(number), number <= Self.largestNumber else {
                throw JSONShapeError("\(name) is no number that it can have")
            }
            scores.set(number, of: name)
        }
        let labels = try report.required("chexpert", of: "the report")
        for side in CheXpertReading.sides {
            let values = try members(labels.required(side, of: "\"chexpert\""), "the labels")
            for label in CheXpertLabel.allCases {
                let value = values.first { $0.name == label.rawValue }?.value ?? .null
                let number = value.double.flatMap { Int(exactly: $0) }.flatMap(LabelValue.init)
                guard number != nil || value == .null else { throw JSONShapeError("\(label.rawValue) is not 1, 0 or -1") }
                scores.set(number.map { Double($0.rawValue) }, of: CheXpertReading.column(side, label))
            }
        }
        var errors: [ErrorKey] = []
        for error in try report.required("errors", of: "the report").array("\"errors\"") {
            errors.append(try Self.key(of: error))
        }
        reports.append(Baseline.Report(reference: reference, errors: errors))
    }

    private func members(_ value: JSONValue, _ place: String) throws(JSONShapeError) -> [(name: String, value: JSONValue)] {
        guard case .object(let members) = value else {
            throw JSONShapeError("\(place) is \(value.kindName); an object is expected")
        }
        return members.map { ($0.key, $0.value) }
    }

    private static func key(of error: JSONValue) throws(JSONShapeError) -> ErrorKey {
        let name = try error.required("category", of: "an error").string("a category")
        guard let category = ErrorCategory(rawValue: name) else { throw JSONShapeError("an error has no category that there is") }
        guard case .bool(let isSignificant) = try error.required("significant", of: "an error") else {
            throw JSONShapeError("\"significant\" of an error is neither true nor false")
        }
        let finding = try error.required("finding", of: "an error")
        return ErrorKey(
            category: category, isSignificant: isSignificant, finding: finding == .null ? nil : try finding.string("a finding"))
    }

    /// From 1.
    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    }
}
