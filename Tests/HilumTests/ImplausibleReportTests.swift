import Hilum
import HilumTestSupport
import Testing

/// Whole reports, as they are read.
@Suite("Reports that cannot be so")
struct ImplausibleReportTests {
    private let hilum: Hilum

    init() throws {
        hilum = try Fixtures.hilum.get()
    }

    private func explanations(_ text: String) -> [String] {
        hilum.implausibilities(in: hilum.extract(text)).map(\.explanation)
    }

    @Test(
        "are found, and explained",
        arguments: [
            ("No pleural effusion. Large left pleural effusion.", "pleural effusion (left) is reported and denied as well"),
            (
                "Normal heart size. Severe cardiomegaly.",
                "cardiomegaly is reported, although the heart is called normal (no cardiomegaly)"
            ),
            (
                "The lungs are clear. Dense consolidation in the right lower lobe.",
                "consolidation (right lower lobe) is reported, although the lung is called normal (no lung opacity)"
            ),
            (
                "IMPRESSION: No acute cardiopulmonary process. Large right pneumothorax.",
                "pneumothorax (right) is reported, although cardiopulmonary abnormality is denied"
            ),
            (
                "There is no rib fracture. Acute fracture of the left sixth rib.",
                "rib fracture (left sixth rib) is reported and denied as well"
            ),
            ("Left middle lobe pneumonia.", "pneumonia: there is no left middle lobe"),
            ("Cardiomegaly in the right lower lobe.", "cardiomegaly does not lie in the lower lobe"),
            ("There is a pneumothorax in the left clavicle.", "pneumothorax does not lie in the clavicle"),
            (
                "FINDINGS: Moderate left pleural effusion. No pneumothorax.\nIMPRESSION: Right pleural effusion.",
                "pleural effusion is left in the findings, right in the impression"
            ),
            (
                "FINDINGS: Consolidation in the left upper lobe.\nIMPRESSION: Right upper lobe pneumonia.",
                "consolidation is left in the findings, pneumonia right in the impression"
            ),
        ])
    func found(text: String, explanation: String) {
        #expect(explanations(text) == [explanation])
        let score = hilum.score(candidate: text, reference: "No acute disease.")
        #expect(score.kg.consistency < 1)
        #expect(score.implausible.map(\.explanation) == [explanation])
    }

    @Test(
        "are not found where both may be true",
        arguments: [
            "Opacity in the left lower lobe. The lungs are otherwise clear.", "Right upper lobe nodule. No new nodule.",
            "Left lower lobe consolidation. The remainder of the lungs is clear.", "Stable granuloma. The lungs are clear.",
            "Healed fracture of the left fifth rib. No acute osseous abnormality.", "Old rib fractures. No acute fracture.",
            "The right effusion has resolved. Small residual right effusion.", "No left effusion. Small right effusion.",
            "No large pneumothorax. Small left apical pneumothorax.", "Calcified granuloma. No acute cardiopulmonary disease.",
            "Small right effusion. No other effusion.", "Heart size: upper normal. Mild cardiomegaly.",
            "Stable nodule overlying the left sixth rib.", "Nodule projecting over the clavicle.",
            "Left pleural effusion. Right pleural effusion.", "Left PICC with its tip in the superior vena cava.",
            "FINDINGS: Left basilar atelectasis. Right effusion.\nIMPRESSION: Right basilar atelectasis. Left basilar atelectasis.",
            "FINDINGS: No focal consolidation.\nIMPRESSION: Possible atelectasis.", "No pneumonia. Right lower lobe opacity.",
        ])
    func compatible(text: String) {
        #expect(explanations(text) == [])
        #expect(hilum.score(candidate: text, reference: "No acute disease.").kg.consistency == 1)
    }

    @Test("Every word that is quoted stands in the report where it is said to stand")
    func quotations() {
        let text = "FINDINGS: Moderate left pleural effusion.\nIMPRESSION: Right pleural effusion. Left middle lobe pneumonia."
        let graph = hilum.extract(text)
        let words = hilum.implausibilities(in: graph).flatMap(\.words)
        #expect(words.count == 4)
        for quotation in words { #expect(graph.words(at: quotation.span) == quotation.text) }
    }

    @Test("A report that contradicts itself is worth its own full reward: it says what it says")
    func againstItself() {
        let text = "No pleural effusion. Large left pleural effusion. Heart size is normal."
        let score = hilum.score(candidate: text, reference: text)
        #expect(score.kg.reward == 1 && score.factuality.errors.isEmpty)
        #expect(score.kg.consistency < 1 && score.implausible.count == 1)
    }
}
