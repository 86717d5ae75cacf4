import Foundation

/// The figures of an evaluation, unrounded, as programs read them.
struct Figures: Encodable {
    struct LabelFigures: Encodable {
        var precision: Double
        var recall: Double
        var f1: Double
        var n: Int
    }

    var reports: Int
    var precision: Double
    var recall: Double
    var microF1: Double
    var macroF1: Double
    var sideAgreement: Double?
    var severityAgreement: Double?
    var siteAgreement: Double?
    var tripleF1: Double
    var perLabel: [String: LabelFigures]

    init(_ evaluation: Evaluation) {
        let micro = evaluation.micro
        reports = evaluation.reports
        precision = micro.precision
        recall = micro.recall
        microF1 = micro.f1
        macroF1 = evaluation.macroF1
        sideAgreement = evaluation.side.rate
        severityAgreement = evaluation.severity.rate
        siteAgreement = evaluation.site.rate
        tripleF1 = evaluation.triples.f1
        perLabel = [:]
        for (label, counts) in evaluation.byLabel {
            perLabel[label.rawValue] = LabelFigures(
                precision: counts.precision, recall: counts.recall, f1: counts.f1, n: counts.support)
        }
    }

    /// One JSON object on one line.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// A row a label, then the figures over all of them.
    var table: String {
        var lines = [row("label", "precision", "recall", "F1", "n")]
        for label in Label.allCases {
            guard let figures = perLabel[label.rawValue] else { continue }
            lines.append(
                row(label.rawValue, rounded(figures.precision), rounded(figures.recall), rounded(figures.f1), "\(figures.n)"))
        }
        let overall: [(String, Double?)] = [
            ("precision (micro)", precision), ("recall (micro)", recall), ("F1 (micro, 26 labels)", microF1),
            ("F1 (macro)", macroF1), ("side agrees", sideAgreement), ("severity agrees", severityAgreement),
            ("site agrees", siteAgreement), ("F1 (label, site, side)", tripleF1),
        ]
        lines += ["", left("reports", 24) + right("\(reports)", 10)]
        lines += overall.map { left($0.0, 24) + right($0.1.map { rounded($0, places: 4) } ?? "-", 10) }
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ cells: String...) -> String {
        left(name, 24) + cells.map { right($0, 10) }.joined()
    }

    private func rounded(_ value: Double, places: Int = 3) -> String { String(format: "%.\(places)f", value) }

    private func left(_ text: String, _ width: Int) -> String {
        text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
