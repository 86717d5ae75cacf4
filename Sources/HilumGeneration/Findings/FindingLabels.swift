import Hilum

/// Why a table has not the columns of a set of labels.
public struct MissingLabels: Error, Equatable, Sendable, CustomStringConvertible {
    public var set: LabelSet
    /// The columns of the set that the table lacks.
    public var columns: [String]

    public init(set: LabelSet, columns: [String]) {
        self.set = set
        self.columns = columns
    }

    public var description: String { "no columns of the labels of \(set.rawValue): \(NameList(columns).text) missing" }
}

/// Reads columns of labels as findings: CheXpert's 14 (1 present, 0 absent, -1 uncertain, blank not mentioned), NIH's 14 (1 or
/// 0), or one column of NIH's present labels (`Cardiomegaly|Effusion`, `No Finding`). What a label says is in
/// concepts/labels.tsv.
public struct FindingLabels: Sendable {
    /// The columns to read, in the order in which `findings(in:)` takes their cells.
    public let columns: [String]
    private let set: LabelSet
    /// Whether the present labels stand in one column.
    private let isList: Bool
    private let meanings: [LabelMeaning]
    private let phrases: FindingPhrases

    /// Joins labels in one column.
    private static let separator = UInt8(ascii: "|")
    private static let lists = ["Finding Labels", "labels"]

    /// Finds the columns of a set in a table: one for each label, but that No Finding may be missing; of NIH's set else a column of
    /// lists.
    /// - Parameter available: all columns of the table.
    public init(_ set: LabelSet, columns available: [String], phrases: FindingPhrases) throws(MissingLabels) {
        self.set = set
        self.phrases = phrases
        let labels = phrases.ontology.labels.filter { $0.set == set }
        let found = labels.filter { available.contains($0.label) }
        let missing = labels.filter { !available.contains($0.label) }
        if !found.isEmpty, missing.allSatisfy({ $0.status == .absent }) {
            isList = false
            meanings = found
            columns = found.map(\.label)
        } else if set == .nih, let list = Self.lists.first(where: available.contains) {
            isList = true
            meanings = labels
            columns = [list]
        } else {
            throw MissingLabels(set: set, columns: missing.map(\.label))
        }
    }

    /// What the labels of a row say. A denial of a finding of which a kind is stated is left out: it is of what else there might
    /// be.
    /// - Parameter cells: UTF-8, one for each of `columns`.
    /// - Throws: `CellError` with the column for a value that no label has, and for No Finding beside a finding.
    public func findings(in cells: [[UInt8]]) throws(CellError) -> FindingList {
        precondition(cells.count == columns.count, "there is a cell for each of the columns")
        var findings = isList ? try listed(in: cells[0]) : try valued(in: cells)
        let positive = findings.filter { $0.status != .absent }
        if let nothing = meanings.first(where: { $0.status == .absent }), findings.contains(Finding(nothing.concept, .absent)),
            positive.contains(where: { phrases.ontology.kind(of: $0.concept) != .device })
        {
            throw CellError(
                column: isList ? columns[0] : nothing.label, reason: "'\(nothing.label)' stands beside a finding")
        }
        findings.removeAll { denial in
            denial.status == .absent && positive.contains { phrases.ontology.isA($0.concept, denial.concept) }
        }
        return FindingList(findings, phrases: phrases)
    }

    /// - Returns: nil for a negative label that says nothing.
    private func finding(_ meaning: LabelMeaning, _ value: LabelValue) -> Finding? {
        switch value {
        case .positive: return Finding(meaning.concept, meaning.status)
        case .negative: return meaning.denied.map { Finding($0, .absent) }
        case .uncertain:
            guard meaning.status == .present else { return nil }
            var finding = Finding(meaning.concept, .uncertain)
            finding.likelihood = phrases.reader.hedges.nearest(to: nil).likelihood
            return finding
        }
    }

    /// - Parameter cells: one for each of `meanings`.
    private func valued(in cells: [[UInt8]]) throws(CellError) -> [Finding] {
        var findings: [Finding] = []
        for (meaning, cell) in zip(meanings, cells) {
            guard let value = try LabelCell.value(of: cell, column: meaning.label) else { continue }
            if set == .nih, value == .uncertain {
                throw CellError(column: meaning.label, reason: "the value of an NIH label is 1 or 0, not -1")
            }
            if let finding = finding(meaning, value) { findings.append(finding) }
        }
        return findings
    }

    private func listed(in cell: [UInt8]) throws(CellError) -> [Finding] {
        var findings: [Finding] = []
        for part in cell.split(separator: Self.separator) {
            let label = String(decoding: part, as: UTF8.self).trimming()
            guard !label.isEmpty else { continue }
            guard let meaning = meanings.first(where: { $0.label == label || $0.label.replacing("_", with: " ") == label }) else {
                throw CellError(
                    column: columns[0],
                    reason: "\(NameList.quoted(label)) is no label; the labels are \(NameList(meanings.map(\.label)).text)")
            }
            if let finding = finding(meaning, .positive) { findings.append(finding) }
        }
        return findings
    }
}
