import HilumMetrics
import Testing

@Suite struct AnswerTests {
    @Test(
        "Any common item is a match, as CheXPO-v2 counts",
        arguments: [
            ("edema", "edema", 1), ("Edema , effusion", "pneumonia,EFFUSION", 1), ("edema", "effusion", 0),
            ("edema", "", 0), ("", "edema", 0), ("", "", 1), (" , ,", "", 1), ("", " ,", 1),
            // Items are compared as they are spelled.
            ("edema.", "edema", 0), ("a\u{A0}", "a", 1), ("ÉTAT", "état", 1),
        ] as [(String, String, Double)])
    func anyMatch(candidate: String, reference: String, score: Double) {
        #expect(AnyMatch.score(candidate: Array(candidate.utf8), reference: Array(reference.utf8)) == score)
    }

    // SQuAD v1.1's evaluation script (Rajpurkar et al. 2016): exact match and F1 of the same texts, where they are said to agree.
    @Test(
        "Words are compared without case, punctuation and articles",
        arguments: [
            ("The left lung.", "left lung", true, 1), ("left  upper\tlobe", "Left upper lobe!", true, 1),
            ("left upper lobe", "upper lobe left", false, 1), ("left left lobe", "left lobe lobe", false, 2.0 / 3),
            ("yes, a large effusion", "yes", false, 0.5), ("no", "yes", false, 0), ("", "yes", false, 0), ("", "", true, 1),
            ("follow-up", "followup", true, 1), ("3.5", "35", true, 1), (" .", "", true, 1),
            // Unlike SQuAD's: articles alone stay.
            ("A", "a.", true, 1), ("A", "the", false, 0), ("A", "", false, 0),
        ] as [(String, String, Bool, Double)])
    func words(candidate: String, reference: String, isExact: Bool, f1: Double) {
        let overlap = AnswerOverlap(candidate: AnswerWords(candidate), reference: AnswerWords(reference))
        #expect(overlap.isExact == isExact)
        #expect(abs(overlap.f1 - f1) < 1e-12)
        #expect(AnswerOverlap(candidate: AnswerWords(reference), reference: AnswerWords(candidate)).f1 == overlap.f1)
    }

    @Test(
        "An answer of yes or no says so in its first word",
        arguments: [
            ("Yes, on the left.", true), ("NO", false), ("There is none", nil), ("", nil), ("Not seen", nil), ("nope", nil),
        ] as [(String, Bool?)])
    func yesOrNo(answer: String, says: Bool?) {
        #expect(AnswerWords(answer).yesOrNo == says)
    }
}
