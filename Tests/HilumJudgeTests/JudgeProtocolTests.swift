import HilumJudge
import Testing

@Suite struct JudgeProtocolTests {
    @Test("An empty completion is no answer")
    func empty() {
        #expect(throws: UnreadableAnswer.self) { try JudgeProtocol.green.answer(from: "") }
    }
}
