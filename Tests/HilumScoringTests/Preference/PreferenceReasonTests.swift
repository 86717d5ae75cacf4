import HilumScoring
import Testing

@Suite("Why a text is preferred")
struct PreferenceReasonTests {
    private func error(_ finding: String, significant: Bool = true, _ explanation: String = "left out") -> FactualityError {
        FactualityError(
            category: .omissionFinding, isSignificant: significant, finding: finding, reference: nil, candidate: nil,
            explanation: explanation)
    }

    private func reason(chosen: [FactualityError], rejected: [FactualityError]) -> PreferenceReason {
        PreferenceReason(
            of: PreferencePair(
                chosen: ScoredCandidate(text: [1], reward: 1, content: nil, errors: chosen),
                rejected: ScoredCandidate(text: [2], reward: 0, content: nil, errors: rejected)))
    }

    @Test("is what the rejected one alone gets wrong, the significant first")
    func own() {
        let reason = reason(
            chosen: [error("mass")], rejected: [error("scoliosis", significant: false), error("mass"), error("edema")])
        #expect(reason.errors.map(\.finding) == ["edema", "scoliosis"])
        #expect(
            reason.explanation
                == "significant omitted finding: edema: left out; insignificant omitted finding: scoliosis: left out")
    }

    @Test("counts an error as often as it is made more")
    func counts() {
        #expect(reason(chosen: [error("rib")], rejected: [error("rib"), error("rib")]).errors.count == 1)
        #expect(reason(chosen: [error("rib"), error("rib")], rejected: [error("rib")]).errors.isEmpty)
    }

    @Test("tells the same finding wrong in two ways apart")
    func ways() {
        let reason = reason(chosen: [error("rib", "mild for severe")], rejected: [error("rib", "moderate for severe")])
        #expect(reason.errors.map(\.explanation) == ["moderate for severe"])
    }

    @Test("says so where no single error tells them apart")
    func none() {
        #expect(reason(chosen: [], rejected: []).explanation.hasPrefix("the rejected text makes no error"))
    }
}
