import Hilum

/// `--task grounding`: boxes on an image, those of one phrase a row.
struct GroundingTask: RowTask {
    private let reference: String
    private let candidate: String
    private let format: Box.Format
    private static let threshold = 0.5

    static func run(_ command: ScoreCommand) async throws {
        let (reference, candidate) = try command.sides
        let task = GroundingTask(reference: reference, candidate: candidate, format: command.boxFormat ?? .xyxy)
        try await RowTaskWriter.run(task, over: command.input.open(), as: command)
    }

    var columns: [TaskColumn] { [candidate, reference].map { TaskColumn(name: $0, isStructured: true) } }

    var measures: [String] { ["miou", "accuracy_50"] }

    var signature: String {
        ScoreSignature.text(
            task: "grounding", ontology: nil,
            policies: [
                "boxes:\(format.rawValue)", "pairs:greatest-sum", "unpaired:0", "accuracy:iou>=\(Self.threshold)", "blank-pair:1",
            ])
    }

    var noFigures: NoFigures { NoFigures() }

    func score(_ cells: [[UInt8]]) throws(CellError) -> RowScore<NoFigures.Evidence> {
        let candidate = try BoxCell.boxes(in: cells[0], format: format, column: candidate)
        let reference = try BoxCell.boxes(in: cells[1], format: format, column: reference)
        let agreement = BoxAgreement(candidate: candidate, reference: reference)
        var members = JSONWriter()
        members.key("boxes")
        members.object {
            $0.key("reference")
            $0.integer(reference.count)
            $0.key("candidate")
            $0.integer(candidate.count)
        }
        members.key("pairs")
        members.array {
            for pair in agreement.pairs {
                $0.object {
                    $0.key("reference")
                    $0.integer(pair.reference)
                    $0.key("candidate")
                    $0.integer(pair.candidate)
                    $0.key("iou")
                    $0.number(pair.intersectionOverUnion)
                }
            }
        }
        return RowScore(values: [agreement.meanIoU, agreement.accuracy(atLeast: Self.threshold)], members: members.bytes)
    }
}
