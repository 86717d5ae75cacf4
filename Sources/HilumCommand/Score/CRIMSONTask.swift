import Hilum

/// `--task crimson`: the arithmetic of CRIMSON on evaluations that a judge has written.
struct CRIMSONTask: RowTask {
    let evaluation: String

    static func run(_ command: ScoreCommand) async throws {
        try await RowTaskWriter.run(
            CRIMSONTask(evaluation: command.evaluation ?? ""), over: command.input.open(), as: command)
    }

    var columns: [TaskColumn] { [TaskColumn(name: evaluation, isStructured: true)] }

    var measures: [String] { ["crimson", "false_findings", "missing_findings", "attribute_errors"] }

    var signature: String {
        ScoreSignature.text(
            task: "crimson", ontology: nil,
            policies: ["weights:1/0.5/0.25/0", "attribute-errors:0.5/0", "normal-pair:1", "averaging:pairs"])
    }

    var noFigures: NoFigures { NoFigures() }

    func score(_ cells: [[UInt8]]) throws(CellError) -> RowScore<NoFigures.Evidence> {
        let judged = try JSONCell.value(cells[0], column: evaluation) { json throws(JSONShapeError) in
            try CRIMSONEvaluation(json: json)
        }
        let counts = [judged.falseFindings, judged.missingFindings, judged.attributeErrors]
        return RowScore(values: [judged.score.writtenValue] + counts.map(Double.init))
    }
}
