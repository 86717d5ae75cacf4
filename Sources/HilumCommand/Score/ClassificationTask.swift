import Hilum

/// `--task classification`: probabilities of labels against truths.
///
/// A row has a Brier score alone (the mean squared distance of probability and truth; less is better); what the task is about, the areas
/// under the curves, are figures of the corpus.
struct ClassificationTask: RowTask {
    private let labels: LabelColumns
    /// Nil where no truth may be uncertain.
    private let uncertain: UncertainPolicy?

    static func run(_ command: ScoreCommand) async throws {
        let (reference, candidate) = try command.sides
        let reader = try command.input.open()
        let labels = try LabelColumns(reference: reference, candidate: candidate, available: reader.columns)
        let task = ClassificationTask(labels: labels, uncertain: command.uncertain)
        try await RowTaskWriter.run(task, over: reader, as: command)
    }

    var columns: [TaskColumn] { labels.columns }

    var measures: [String] { ["brier"] }

    var signature: String {
        ScoreSignature.text(
            task: "classification", ontology: nil,
            policies: [
                "uncertain:\(uncertain?.rawValue ?? "refused")", "blank-truth:left-out", "one-class:left-out", "ties:midrank",
            ])
    }

    var noFigures: RankingFigures { RankingFigures() }

    func score(_ cells: [[UInt8]]) throws(CellError) -> RowScore<[LabelRanking.Row]> {
        var rows: [LabelRanking.Row] = []
        var squares = 0.0
        var known = 0
        for judgement in try labels.judgements(in: cells) {
            let truth = try self.truth(of: judgement)
            rows.append(LabelRanking.Row(label: judgement.label, probability: judgement.probability, truth: truth))
            guard let truth else { continue }
            let distance = judgement.probability - (truth ? 1 : 0)
            squares += distance * distance
            known += 1
        }
        var member = JSONWriter()
        member.key("known_labels")
        member.integer(known)
        return RowScore(values: [known == 0 ? nil : squares / Double(known)], members: member.bytes, evidence: rows)
    }

    /// Nil where it is not known, or left out.
    private func truth(of judgement: LabelColumns.Judgement) throws(CellError) -> Bool? {
        guard let truth = judgement.truth else { return nil }
        guard truth != .uncertain || uncertain != nil else {
            throw CellError(
                column: judgement.column, reason: "-1; say what it counts as with --uncertain positive, negative or ignore")
        }
        return (uncertain ?? .ignore).binary(truth)
    }
}
