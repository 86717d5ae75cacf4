import Hilum

/// `--task radgraph`: annotations of RadGraph against annotations.
struct RadGraphTask: RowTask {
    let candidate: String
    let reference: String

    static func run(_ command: ScoreCommand) async throws {
        let (reference, candidate) = try command.sides
        let task = RadGraphTask(candidate: candidate, reference: reference)
        try await RowTaskWriter.run(task, over: command.input.open(), as: command)
    }

    var columns: [TaskColumn] {
        [candidate, reference].map { TaskColumn(name: $0, isStructured: true) }
    }

    var measures: [String] { ["radgraph_simple", "radgraph_partial", "radgraph_complete"] }

    /// An annotation without entities scores 0, against another such too, as it does in RadGraph.
    var signature: String {
        ScoreSignature.text(task: "radgraph", ontology: nil, policies: ["empty:0", "averaging:pairs"])
    }

    var noFigures: NoFigures { NoFigures() }

    func score(_ cells: [[UInt8]]) throws(CellError) -> RowScore<NoFigures.Evidence> {
        let f1 = RadGraphF1(
            candidate: try annotation(cells[0], candidate), reference: try annotation(cells[1], reference))
        return RowScore(values: [f1.simple, f1.partial, f1.complete])
    }

    private func annotation(_ cell: [UInt8], _ column: String) throws(CellError) -> RadGraphAnnotation {
        try JSONCell.value(cell, column: column) { json throws(JSONShapeError) in try RadGraphAnnotation(json: json) }
    }
}
