import Hilum

/// Where the truths and probabilities of labels stand.
struct LabelColumns: Sendable {
    /// In two columns of JSON objects, `{label: value}`, or in two columns a label, whose names begin with the given words.
    private enum Layout: Sendable {
        case objects
        case columns(labels: [String])
    }

    private let layout: Layout
    let reference: String
    let candidate: String

    /// - Parameters:
    ///   - reference, candidate: names of columns, or how the names of columns begin.
    ///   - available: the columns of the input.
    init(reference: String, candidate: String, available: [String]) throws {
        self.reference = reference
        self.candidate = candidate
        if available.contains(reference), available.contains(candidate) {
            layout = .objects
            return
        }
        let truths = Self.labels(after: reference, besides: candidate, in: available)
        let probabilities = Self.labels(after: candidate, besides: reference, in: available)
        for (prefix, labels) in [(reference, truths), (candidate, probabilities)] where labels.isEmpty {
            throw Self.missing(prefix, among: available)
        }
        if let label = truths.first(where: { !probabilities.contains($0) }) {
            throw Self.unpaired(reference + label, lacks: candidate + label)
        }
        if let label = probabilities.first(where: { !truths.contains($0) }) {
            throw Self.unpaired(candidate + label, lacks: reference + label)
        }
        layout = .columns(labels: truths)
    }

    /// What follows a prefix in the names that do not begin with a longer one.
    private static func labels(after prefix: String, besides other: String, in columns: [String]) -> [String] {
        let isOthers = { (column: String) in other.count > prefix.count && other.hasPrefix(prefix) && column.hasPrefix(other) }
        return columns.filter { $0.hasPrefix(prefix) && $0 != prefix && !isOthers($0) }.map { String($0.dropFirst(prefix.count)) }
    }

    private static func missing(_ prefix: String, among available: [String]) -> UsageError {
        let list = NameList(available)
        let columns = list.looksLikeProse ? "the first line looks like text, not a header" : "the columns are \(list.text)"
        return UsageError(
            description:
                "no column begins with \(NameList.quoted(prefix)), and --reference and --candidate do not both name one; \(columns)"
        )
    }

    private static func unpaired(_ column: String, lacks partner: String) -> UsageError {
        UsageError(description: "the column \(NameList.quoted(column)) has no partner; \(NameList.quoted(partner)) is expected")
    }

    var columns: [TaskColumn] {
        let names: [String] =
            switch layout {
            case .objects: [candidate, reference]
            case .columns(let labels): labels.flatMap { [candidate + $0, reference + $0] }
            }
        return names.map { TaskColumn(name: $0, isStructured: true) }
    }

    /// A label of a row: its probability, and whether it is true; nil if that is not known.
    struct Judgement: Sendable {
        var label: String
        var probability: Double
        var truth: LabelValue?
        /// Where the truth stands.
        var column: String
    }

    /// - Parameter cells: of `columns`.
    func judgements(in cells: [[UInt8]]) throws(CellError) -> [Judgement] {
        var judgements: [Judgement] = []
        switch layout {
        case .columns(let labels):
            for (index, label) in labels.enumerated() {
                judgements.append(
                    Judgement(
                        label: label,
                        probability: try LabelCell.probability(of: cells[2 * index], column: candidate + label),
                        truth: try LabelCell.value(of: cells[2 * index + 1], column: reference + label),
                        column: reference + label))
            }
        case .objects:
            var truths: [String: LabelValue?] = [:]
            for (label, cell) in try LabelCell.members(of: cells[1], column: reference) {
                truths[label] = try LabelCell.value(of: cell, column: reference)
            }
            for (label, cell) in try LabelCell.members(of: cells[0], column: candidate) {
                judgements.append(
                    Judgement(
                        label: label, probability: try LabelCell.probability(of: cell, column: candidate),
                        truth: truths.removeValue(forKey: label) ?? nil, column: reference))
            }
            guard truths.isEmpty else {
                throw CellError(column: candidate, reason: "a label of \(NameList.quoted(reference)) has no probability")
            }
        }
        return judgements
    }
}
