import ArgumentParser
import Hilum

/// The value of `--labels`: `reference=FILE`.
struct LabelFileChoice: ExpressibleByArgument, Sendable {
    enum Side: String, CaseIterable {
        case reference, candidate
    }

    let side: Side
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let side = Side(rawValue: String(parts[0])) else { return nil }
        self.side = side
        path = String(parts[1])
    }

    static var allValueStrings: [String] { Side.allCases.map { "\($0.rawValue)=FILE" } }
}

/// CheXpert labels that stand in place of Hilum's own.
struct GivenLabels: Sendable {
    private let reference: LabelFile?
    private let candidate: LabelFile?

    /// - Parameter id: the column of the ids of the reports, if they have one.
    init(_ choices: [LabelFileChoice], id: String?) throws {
        func file(of side: LabelFileChoice.Side) throws -> LabelFile? {
            let own = choices.filter { $0.side == side }
            guard own.count < 2 else { throw UsageError(description: "--labels \(side.rawValue)=FILE is given twice") }
            return try own.first.map { try LabelFile(path: $0.path, id: id) }
        }
        reference = try file(of: .reference)
        candidate = try file(of: .candidate)
    }

    /// The sides that have them.
    var sides: [String] { [reference.map { _ in "reference" }, candidate.map { _ in "candidate" }].compactMap(\.self) }

    func replace(_ pair: inout CheXpertPair, of row: Row) throws(InputError) {
        if let reference { pair.reference = try labels(of: row, in: reference) }
        if let candidate { pair.candidate = try labels(of: row, in: candidate) }
    }

    private func labels(of row: Row, in file: LabelFile) throws(InputError) -> CheXpertLabels {
        guard let labels = file[row] else { throw InputError(file: file.name, problem: .noRow(forLine: row.line)) }
        return labels
    }

    /// Refuses files that are matched by order and have more rows than there were reports.
    func check(count: Int) throws(InputError) {
        for file in [reference, candidate].compactMap(\.self) {
            if let rows = file.expectedCount, rows != count {
                throw InputError(file: file.name, problem: .rowCount(expected: count, found: rows))
            }
        }
    }
}
