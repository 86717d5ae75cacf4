import HilumJudge
import HilumScoring
import HilumTestSupport
import Testing

/// Completions as nobody means them: all forms, damaged at random. 100,000 of them by default.
@Suite("Damaged answers")
struct AnswerFuzzTests {
    static let mutations = 100_000
    private static let streams = 8

    @Test("They come to counts that can be or to an error, the same each time", arguments: 0..<streams)
    func fuzz(stream: Int) {
        var generator = SeededGenerator(seed: 26, stream: UInt64(stream))
        let texts = AnswerForm.all.map { form in
            Array(form.write(answer([1, 0, 2, 0, 0, 1], [0, 3, 0, 0, 1, 0], matched: 4)).utf8)
        }
        var readable = 0
        for _ in 0..<Self.mutations / Self.streams {
            let text = Self.damaged(texts, &generator)
            let form = AnswerForm.all[generator.index(below: AnswerForm.all.count)]
            let first = Self.result(form.judgeProtocol, text)
            if case .success(let answer) = first {
                readable += 1
                #expect(Self.isPossible(answer), "\(text)")
            }
            if generator.index(below: 50) == 0 { #expect(Self.result(form.judgeProtocol, text) == first) }
        }
        // Damage that leaves nothing, or everything, readable would test nothing.
        #expect((1000..<Self.mutations / Self.streams - 1000).contains(readable))
    }

    private static func result(_ judgeProtocol: JudgeProtocol, _ text: String) -> Result<JudgeAnswer, UnreadableAnswer> {
        do throws(UnreadableAnswer) {
            return .success(try judgeProtocol.answer(from: text))
        } catch {
            return error.reason.isEmpty ? .failure(UnreadableAnswer(reason: "no reason")) : .failure(error)
        }
    }

    private static func isPossible(_ answer: JudgeAnswer) -> Bool {
        let counts = answer.factuality.significant.list + answer.factuality.insignificant.list
        return (counts + [answer.matchedFindings ?? 0]).allSatisfy { (0...999).contains($0) }
            && answer.green.map { (0...1).contains($0) } ?? true
    }

    private static let marks = Array("()[]{}:,.-\n\"19n<>| ".utf8)

    private static func damaged(_ texts: [[UInt8]], _ generator: inout SeededGenerator) -> String {
        var bytes = texts[generator.index(below: texts.count)]
        for _ in 0...generator.index(below: 4) {
            guard !bytes.isEmpty else { break }
            let place = generator.index(below: bytes.count)
            let end = min(bytes.count, place + generator.index(below: 40))
            switch generator.index(below: 6) {
            case 0: bytes[place] ^= 1 << UInt8(generator.index(below: 8))
            case 1: bytes.removeSubrange(place..<end)
            case 2:
                let other = texts[generator.index(below: texts.count)]
                let start = generator.index(below: other.count)
                bytes.insert(contentsOf: other[start..<min(other.count, start + 80)], at: place)
            case 3: bytes.removeLast(bytes.count - place)
            case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: bytes[place] = marks[generator.index(below: marks.count)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Size

    @Test(
        "A long answer takes no longer than its length", .timeLimit(.minutes(10)),
        arguments: [
            "(", "(a ", "A: ", "[[A,1],", "clinically significant errors: ", "1. ", "<think>", "a\n\n", "{\"", "false positive ",
        ])
    func long(piece: String) {
        let text = AnswerForm.green[0].write(answer([1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], matched: 1))
        let long = text + String(repeating: piece, count: (1 << 17) / piece.utf8.count)
        // Whether it is read does not matter here.
        _ = Self.result(.green, long)
        _ = Self.result(.chexprompt, long)
    }
}
