import HilumMetrics
import HilumReports
import HilumScoring

/// What a judge has said of the pairs of a corpus: the JSON lines that `hilum judge` writes, with an `id` each.
public struct JudgeFile: Sendable {
    /// What messages call it.
    public let name: String
    private var verdicts: [[UInt8]: JudgeVerdict] = [:]

    /// Reads a whole file.
    /// - Throws: `InputError`, also where two rows have the same id, or were answered in different ways.
    public init(path: String) throws(InputError) {
        let reader = try RowReader(path: path, format: .jsonl)
        name = reader.name
        // The completion is the most of a line, and not looked at.
        try reader.select([], id: "id", passing: .all(except: ["id", "completion", "usage", "model"]))
        // What `judge parse` writes has none.
        var signatures: Set<[UInt8]?> = []
        while let row = try reader.next() {
            do throws(CellError) {
                let object = try JSONValue(cell: [UInt8(ascii: "{")] + row.passed + [UInt8(ascii: "}")], column: "factuality")
                signatures.insert(object["signature"]?.text)
                guard signatures.count == 1 else { throw Self.otherSignature }
                verdicts[row.id] = try Self.verdict(in: object)
            } catch {
                throw InputError(file: name, problem: .invalidCell(line: row.line, column: error.column, reason: error.reason))
            }
        }
    }

    /// How many rows it has.
    public var count: Int { verdicts.count }

    /// Nil if there is no row of this id.
    public subscript(id: [UInt8]) -> JudgeVerdict? { verdicts[id] }

    private static let otherSignature = CellError(
        column: "signature", reason: "another one than the first row has: give the answers of one protocol and one model")

    private static func verdict(in object: JSONValue) throws(CellError) -> JudgeVerdict {
        guard let factuality = object["factuality"] else {
            throw CellError(column: "factuality", reason: "missing; give a file that hilum judge run or parse has written")
        }
        do throws(JSONShapeError) {
            if case .null = factuality { return .none(reason: try reason(in: object)) }
            let answer = JudgeAnswer(
                factuality: try Factuality(countsOf: factuality), matchedFindings: try matchedFindings(in: object),
                missing: missing(in: object))
            return .answer(answer)
        } catch {
            throw CellError(column: "factuality", reason: error.description)
        }
    }

    private static func reason(in object: JSONValue) throws(JSONShapeError) -> String {
        guard case .string(let text)? = object["reason"] else {
            throw JSONShapeError("null without a \"reason\"; give a file that hilum judge run or parse has written")
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func matchedFindings(in object: JSONValue) throws(JSONShapeError) -> Int? {
        switch object["matched_findings"] {
        case nil, .null: nil
        case let value?: try value.count("the value of \"matched_findings\"")
        }
    }

    private static func missing(in object: JSONValue) -> [JudgeAnswer.Section] {
        (object["missing_sections"]?.elements ?? []).compactMap { element in
            element.text.flatMap { JudgeAnswer.Section(rawValue: String(decoding: $0, as: UTF8.self)) }
        }
    }
}
