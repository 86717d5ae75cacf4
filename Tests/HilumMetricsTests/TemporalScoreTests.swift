import HilumMetrics
import Testing

@Suite struct TemporalScoreTests {
    /// `calculate_tem_score` of RadEval 2.2.1 on these sets.
    @Test(
        "The score is that of RadEval's arithmetic",
        arguments: [
            ([], [], 1),
            (["new"], [], 1e-10),
            ([], ["new"], 2e-10),
            (["new"], ["stable"], 2e-10 / 3),
            (["new"], ["new"], 1),
            (["new", "stable"], ["stable", "worse", "decreased"], 0.4),
            (["new", "stable"], ["new"], 2.0 / 3),
        ] as [(Set<String>, Set<String>, Double)])
    func arithmetic(candidate: Set<String>, reference: Set<String>, expected: Double) {
        let score = TemporalScore(candidate: candidate, reference: reference)
        // Relative, as some of them are of the size of ε.
        #expect(abs(score.f1 / expected - 1) < 1e-9)
    }

    @Test("The words of both sides are its reasons")
    func words() {
        let score = TemporalScore(candidate: ["worse", "new"], reference: ["stable"])
        #expect(score.candidate == ["new", "worse"])
        #expect(score.reference == ["stable"])
    }
}
