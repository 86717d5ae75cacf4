import HilumExtraction
import Testing

@Suite("One noun for several")
struct SharedNounTests {
    @Test(
        "Words before a coordinator take the noun at the end of what follows",
        arguments: [
            ("Right upper and lower lobe opacities.", ["present right lung opacity at right upper lobe and right lower lobe"]),
            (
                "Left upper and right lower lobe opacities.",
                ["present bilateral lung opacity at left upper lobe and right lower lobe"]
            ),
            ("Upper, middle and lower lobe nodules.", ["present lung nodule at upper lobe and middle lobe and lower lobe"]),
            ("Interstitial and alveolar edema.", ["present interstitial edema", "present alveolar edema"]),
            ("No pleural or pericardial effusion.", ["absent pleural effusion", "absent pericardial effusion"]),
            ("Pleural and mild pericardial effusion.", ["present pleural effusion", "present mild pericardial effusion"]),
        ] as [(String, [String])])
    func shared(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Words that are a phrase by themselves take none",
        arguments: [
            ("Pleural thickening and pericardial effusion.", ["present pleural thickening", "present pericardial effusion"]),
            ("Edema and pericardial effusion.", ["present pulmonary edema", "present pericardial effusion"]),
            ("Small and irregular nodule.", ["present small lung nodule"]),
            ("Interstitial edema and mass.", ["present interstitial edema", "present mass"]),
        ] as [(String, [String])])
    func whole(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A finding with two sides, each with a degree, is two findings",
        arguments: [
            (
                "Moderate left and small right effusions.",
                ["present moderate left pleural effusion", "present small right pleural effusion"]
            ),
            ("Large right and new left pneumothorax.", ["present large right pneumothorax", "present left pneumothorax new"]),
        ] as [(String, [String])])
    func repeated(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Two sides without degrees of their own are one finding on both",
        arguments: [
            ("Left and right effusions.", ["present bilateral pleural effusion"]),
            (
                "Opacity on the left and small right effusion.",
                ["present left lung opacity", "present small right pleural effusion"]
            ),
        ] as [(String, [String])])
    func once(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
