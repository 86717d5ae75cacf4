import HilumExtraction
import Testing

@Suite("What a sentence takes from the one before")
struct AnaphoraTests {
    @Test(
        "A pronoun, or a verb that lacks its subject, goes on with the finding",
        arguments: [
            ("Nodule in the left apex. It measures 2 cm.", ["present left lung nodule at left lung apex 2.0 cm"]),
            ("Left upper lobe mass. Measures 3 cm.", ["present left mass at left upper lobe 3.0 cm"]),
            ("Small left effusion. It has increased.", ["present small left pleural effusion increased"]),
            (
                "Left apical nodule. This has grown from 1 cm to 2 cm.",
                ["present left lung nodule at left lung apex increased 1.0 cm x 2.0 cm"]
            ),
            ("Right apical nodule. These findings are unchanged.", ["present right lung nodule at right lung apex unchanged"]),
        ] as [(String, [String])])
    func pronoun(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What is said to explain it lies where it lies",
        arguments: [
            (
                "Opacity at the right base. This may represent pneumonia.",
                [
                    "present right lung opacity at right lung base",
                    "uncertain right pneumonia at right lung base",
                    "lung opacity suggests pneumonia",
                ]
            ),
            (
                "Opacities in the left base. These are compatible with atelectasis.",
                [
                    "present left lung opacity at left lung base",
                    "present left atelectasis at left lung base",
                    "lung opacity suggests atelectasis",
                ]
            ),
            (
                "Nodule in the right apex. It likely represents a granuloma.",
                [
                    "present right lung nodule at right lung apex",
                    "uncertain right granuloma at right lung apex",
                    "lung nodule suggests granuloma",
                ]
            ),
        ] as [(String, [String])])
    func explained(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A noun pointed at is a finding of its own, and lies where the topic lies",
        arguments: [
            (
                "Opacities at the left base. These opacities have increased.",
                ["present left lung opacity at left lung base", "present left lung opacity at left lung base increased"]
            ),
            (
                "Left apical nodule. This opacity measures 2 cm.",
                ["present left lung nodule at left lung apex", "present left lung opacity at left lung apex 2.0 cm"]
            ),
            (
                "Opacity in the left base. This pneumonia is new.",
                ["present left lung opacity at left lung base", "present left pneumonia at left lung base new"]
            ),
        ] as [(String, [String])])
    func place(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Not so where it has a side of its own, or nothing points at it",
        arguments: [
            (
                "Nodule in the left apex. This right opacity is new.",
                ["present left lung nodule at left lung apex", "present right lung opacity new"]
            ),
            (
                "Nodule in the left apex. Opacity measures 2 cm.",
                ["present left lung nodule at left lung apex", "present lung opacity 2.0 cm"]
            ),
        ] as [(String, [String])])
    func ownPlace(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Nothing goes on over a heading, or from what is denied",
        arguments: [
            ("FINDINGS: Nodule in the left apex.\nIMPRESSION: It measures 2 cm.", ["present left lung nodule at left lung apex"]),
            ("No nodule in the left apex. It measures 2 cm.", ["absent left lung nodule at left lung apex"]),
            (
                "Left apical nodule. No effusion. It measures 2 cm.",
                ["present left lung nodule at left lung apex", "absent pleural effusion"]
            ),
            (
                "No pneumothorax at the left apex. This may represent pneumonia.",
                ["absent left pneumothorax at left lung apex", "uncertain pneumonia"]
            ),
        ] as [(String, [String])])
    func none(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
