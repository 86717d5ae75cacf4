import HilumModel

extension ReportGenerator {
    /// Tells the findings of a study first, then writes a report that says them.
    /// - Parameter images: the views of one study, in any order; the model tells frontal from lateral ones.
    /// - Throws: `GenerationError.noImages`, `badOptions`; `noRadiograph` unless the options allow any image; `ModelError`.
    public func report(images: [RadiographImage], options: GenerationOptions = GenerationOptions()) throws -> GeneratedReport {
        guard !images.isEmpty else { throw GenerationError.noImages }
        let study = try model.reading(of: images)
        let limit = study.outputs.noRadiographLimit
        if !options.allowsAnyImage, let index = study.views.firstIndex(where: { !($0.noRadiographScore <= limit) }) {
            throw GenerationError.noRadiograph(image: index, score: study.views[index].noRadiographScore, limit: limit)
        }
        let stated = study.outputs.plan(study.statements)
        let findings = FindingList(stated.map { study.outputs.statements[$0].text }, phrases: phrases)
        var report = try self.report(saying: findings, on: study, options: options)
        report.probabilities = Self.probabilities(of: study, stated: Set(stated))
        report.radiographScore = study.views.map(\.noRadiographScore).max()
        if options.makesHeatMaps { report.locations = locations(of: stated, in: study) }
        return report
    }

    private static func probabilities(of study: StudyReading, stated: Set<Int>) -> [GeneratedReport.Probability] {
        let outputs = study.outputs
        let labels =
            [(GeneratedReport.Probability.Kind.openI, outputs.findings.names, study.findings)]
            + (study.nih.map { [(.nih, outputs.nih.names, $0)] } ?? [])
        return labels.flatMap { kind, names, probabilities in
            zip(names, probabilities).map {
                GeneratedReport.Probability(kind: kind, name: $0, probability: $1, isReported: nil)
            }
        }
            + zip(outputs.statements, study.statements).enumerated().map { index, statement in
                GeneratedReport.Probability(
                    kind: .statement, name: statement.0.text, probability: statement.1, isReported: stated.contains(index))
            }
    }

    /// A map of each finding that is stated to be present, on each view.
    private func locations(of stated: [Int], in study: StudyReading) -> [GeneratedReport.Location] {
        stated.flatMap { statement -> [GeneratedReport.Location] in
            let text = study.outputs.statements[statement].text
            let said = FindingList([text], phrases: phrases).entries
            guard said.contains(where: { $0.finding.status != .absent }) else { return [] }
            return study.views.indices.compactMap { view in
                model.heatMap(of: statement, on: view, in: study).map {
                    GeneratedReport.Location(finding: text, image: view, map: $0)
                }
            }
        }
    }
}

extension FindingList {
    /// What canonical phrases say.
    init(_ canonical: [String], phrases: FindingPhrases) {
        let reader = phrases.reader
        self.init(canonical.flatMap { reader.findings(of: reader.extractor.graph(of: $0)) }, phrases: phrases)
    }
}
