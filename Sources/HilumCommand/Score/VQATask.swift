import Hilum

/// `--task vqa`: answers to questions.
///
/// `exact_match`, `token_f1` and `concept_f1` compare the whole answer, `any_match` its first sentence, item by item; what stands
/// between `<answer>` and `</answer>` is an answer, and what stands in `<think>` none. `accuracy` is `exact_match`, but an answer to a
/// question of yes or no need only begin with the right word.
struct VQATask: RowTask {
    private let reference: String
    private let candidate: String
    private let type: String?
    private let hilum: Hilum

    static func run(_ command: ScoreCommand) async throws {
        let (reference, candidate) = try command.sides
        let reader = try command.input.open()
        let hilum = Hilum(ontology: try command.work.ontology.open())
        let task = VQATask(reference: reference, candidate: candidate, type: command.type, hilum: hilum)
        try await RowTaskWriter.run(task, over: reader, as: command)
    }

    var columns: [TaskColumn] { [candidate, reference, type].compactMap(\.self).map { TaskColumn(name: $0) } }

    var measures: [String] { ["accuracy", "exact_match", "any_match", "token_f1", "concept_f1"] }

    var signature: String {
        ScoreSignature.text(
            task: "vqa", ontology: hilum.ontology,
            policies: ["words:squad", "yes-no:first-word", "no-concepts:left-out", "blank-pair:1"])
    }

    var noFigures: AccuracyByType { AccuracyByType() }

    func score(_ cells: [[UInt8]]) throws(CellError) -> RowScore<AccuracyByType.Evidence> {
        let candidate = TaggedCompletion(cells[0])
        let reference = TaggedCompletion(cells[1])
        let given = AnswerWords(candidate.fullAnswerText)
        let expected = AnswerWords(reference.fullAnswerText)
        let overlap = AnswerOverlap(candidate: given, reference: expected)
        let isClosed = expected.words.count == 1 && expected.yesOrNo != nil
        let isRight = isClosed ? given.yesOrNo == expected.yesOrNo : overlap.isExact
        // Who only says yes or no names no finding, and an answer that does is none the worse.
        let concepts =
            isClosed
            ? nil
            : hilum.conceptOverlap(
                candidate: String(decoding: candidate.fullAnswerText, as: UTF8.self),
                reference: String(decoding: reference.fullAnswerText, as: UTF8.self))
        let accuracy = isRight ? 1.0 : 0
        let stated = cells.count > 2 ? String(decoding: cells[2][...].trimmedOfASCIISpace, as: UTF8.self).lowercased() : ""
        let type = stated.isEmpty ? (isClosed ? "closed" : "open") : stated
        var member = JSONWriter()
        member.key("type")
        member.string(type)
        return RowScore(
            values: [
                accuracy, overlap.isExact ? 1 : 0,
                AnyMatch.score(candidate: candidate.answerText, reference: reference.answerText), overlap.f1, concepts?.f1,
            ],
            members: member.bytes, evidence: AccuracyByType.Evidence(type: type, isRight: isRight))
    }
}

/// How many of the questions of each type are answered rightly. Types differ in more than case.
struct AccuracyByType: CorpusFigures {
    struct Evidence: Sendable {
        var type: String
        var isRight: Bool
    }

    private struct Count: Sendable {
        var n = 0
        var right = 0

        var accuracy: Double { Double(right) / Double(n) }
    }

    private var counts: [String: Count] = [:]

    private var sorted: [(type: String, count: Count)] {
        counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    mutating func add(_ evidence: Evidence) {
        counts[evidence.type, default: Count()].n += 1
        if evidence.isRight { counts[evidence.type, default: Count()].right += 1 }
    }

    mutating func merge(_ other: AccuracyByType) {
        counts.merge(other.counts) { Count(n: $0.n + $1.n, right: $0.right + $1.right) }
    }

    func appendMembers(to writer: inout JSONWriter) {
        writer.key("accuracy_by_type")
        writer.object {
            for (type, count) in sorted {
                $0.key(type)
                $0.object {
                    $0.key("n")
                    $0.integer(count.n)
                    $0.key("accuracy")
                    $0.number(count.accuracy)
                }
            }
        }
    }

    var lines: [String] {
        sorted.map { "\(ShortLine.of($0.type)): accuracy \($0.count.accuracy.fixed(decimals: 3)) of \($0.count.n)" }
    }
}
