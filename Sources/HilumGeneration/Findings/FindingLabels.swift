import Hilum

/// Why a table has no columns of labels that are known.
public struct MissingLabels: Error, Equatable, Sendable, CustomStringConvertible {
    /// The columns of the set that comes nearest, which the table lacks.
    public var columns: [String]

    public init(columns: [String]) { self.columns = columns }

    public var description: String {
        "no columns of labels: CheXpert's 14, NIH's 14, or one column 'Finding Labels' or 'labels' are expected; of those nearest, "
            + "\(NameList(columns).text) is missing"
    }
}

/// Reads columns of labels as findings: CheXpert's 14 (1 present, 0 absent, -1 uncertain, blank not mentioned), NIH's 14 (1 or
/// 0), or one column of NIH's present labels (`Cardiomegaly|Effusion`, `No Finding`). What a label says is in
/// concepts/labels.tsv.
public struct FindingLabels: Sendable {
    /// How the labels stand in the table.
    public enum Layout: Sendable, Hashable {
        case chexpert, nih
        /// NIH's present labels in one column.
        case list
    }

    public let layout: Layout
    /// The columns to read, in the order in which `findings(in:)` takes their cells.
    public let columns: [String]
    private let meanings: [LabelMeaning]
    private let phrases: FindingPhrases

    /// Joins labels in one column.
    private static let separator = UInt8(ascii: "|")
    private static let lists = ["Finding Labels", "labels"]

    /// Finds the columns of labels in a table: CheXpert's if all are there, else NIH's, else a column of lists. No Finding may be
    /// missing.
    /// - Parameter available: all columns.
    public init(columns available: [String], phrases: FindingPhrases) throws(MissingLabels) {
        self.phrases = phrases
        let labels = { (set: LabelSet) in phrases.ontology.labels.filter { $0.set == set } }
        var nearest: [String]?
        for (layout, set) in [(Layout.chexpert, LabelSet.chexpert), (.nih, .nih)] {
            let meanings = labels(set).filter { $0.status == .present || available.contains($0.label) }
            let missing = meanings.map(\.label).filter { !available.contains($0) }
            guard !missing.isEmpty || meanings.isEmpty else {
                self.layout = layout
                self.meanings = meanings
                columns = meanings.map(\.label)
                return
            }
            if missing.count < nearest?.count ?? Int.max { nearest = missing }
        }
        guard let list = Self.lists.first(where: available.contains) else { throw MissingLabels(columns: nearest ?? []) }
        layout = .list
        meanings = labels(.nih)
        columns = [list]
    }

    /// What the labels of a row say. A denial of a finding of which a kind is stated is left out: it is of what else there might
    /// be.
    /// - Parameter cells: UTF-8, of `columns`.
    /// - Throws: `CellError` with the column for a value that no label has, and for No Finding beside a finding.
    public func findings(in cells: [[UInt8]]) throws(CellError) -> FindingList {
        var findings: [Finding] = []
        switch layout {
        case .list: findings = try listed(in: cells[0])
        case .chexpert, .nih:
            for (meaning, cell) in zip(meanings, cells) {
                guard let value = try LabelCell.value(of: cell, column: meaning.label) else { continue }
                if layout == .nih, value == .uncertain {
                    throw CellError(column: meaning.label, reason: "the value of an NIH label is 1 or 0, not -1")
                }
                if let finding = finding(meaning, value) { findings.append(finding) }
            }
        }
        let positive = findings.filter { $0.status != .absent }
        if let nothing = meanings.first(where: { $0.status == .absent }), findings.contains(Finding(nothing.concept, .absent)),
            positive.contains(where: { phrases.ontology.kind(of: $0.concept) != .device })
        {
            throw CellError(
                column: columns.count == 1 ? columns[0] : nothing.label, reason: "'\(nothing.label)' stands beside a finding")
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
