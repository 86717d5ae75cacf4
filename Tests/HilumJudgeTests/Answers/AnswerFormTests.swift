import HilumJudge
import HilumScoring
import HilumTestSupport
import Testing

@Suite("Answers in every form")
struct AnswerFormTests {
    @Test("Whatever counts a form writes are read from it", arguments: AnswerForm.all)
    func roundTrip(form: AnswerForm) {
        var generator = SeededGenerator(seed: 6)
        for round in 0..<60 {
            // None, few, many.
            let most = [1, 3, 13, 1000][round % 4]
            func counts() -> [Int] { (0..<6).map { _ in generator.index(below: most) } }
            let matched = form.judgeProtocol == .green ? generator.index(below: min(most, 40)) : nil
            let written = answer(counts(), counts(), matched: matched)
            let text = form.write(written)
            let read = Result { () throws(UnreadableAnswer) in try form.judgeProtocol.answer(from: text) }
            #expect(read == .success(written), "\(text)")
        }
    }
}
