import HilumExtraction
import Testing

@Suite("Where a finding lies")
struct PlaceTests {
    @Test(
        "What a finding overlies or lies behind is no site of it, but may give its side",
        arguments: [
            ("Nodule overlying the left fifth rib.", ["present left lung nodule"]),
            ("Nodule in the right upper lobe overlying the fifth rib.", ["present right lung nodule at right upper lobe"]),
            ("Nodule projecting over the right third rib.", ["present right lung nodule"]),
        ] as [(String, [String])])
    func landmark(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What it lies in is",
        arguments: [
            ("Fracture of the left fifth rib.", ["present left rib fracture at left fifth rib"]),
            ("Mass in the right lung apex.", ["present right mass at right lung apex"]),
        ] as [(String, [String])])
    func within(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What a finding touches is no site of it",
        arguments: [
            ("Mass abutting the left hilum.", ["present left mass"]),
            ("Mass compressing the right main bronchus.", ["present right mass"]),
            (
                "Opacity obscuring the right heart border.",
                ["present lung opacity", "present right obscured heart border at right heart border"]
            ),
            (
                "Opacity silhouetting the left hemidiaphragm.",
                ["present lung opacity", "present left obscured diaphragm at left diaphragm"]
            ),
        ] as [(String, [String])])
    func contact(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A part stands for its whole and takes its side",
        arguments: [
            ("Opacity at the base of the left lung.", ["present left lung opacity at left lung base"]),
            ("Nodule in the apex of the right lung.", ["present right lung nodule at right lung apex"]),
            (
                "Opacity in the right lower lobe, superior segment.",
                ["present right lung opacity at right superior segment of lower lobe"]
            ),
            (
                "Opacity in the base and apex of the left lung.",
                ["present left lung opacity at left lung base and left lung apex"]
            ),
        ] as [(String, [String])])
    func part(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Two places of different sides, or neither part of the other, both stay",
        arguments: [
            ("Opacity at the right base of the left lung.", ["present bilateral lung opacity at right lung base and left lung"]),
            (
                "Opacity in the left base and right apex.",
                ["present bilateral lung opacity at left lung base and right lung apex"]
            ),
        ] as [(String, [String])])
    func noPart(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A place at the start of the sentence, with its comma or colon, is what follows it",
        arguments: [
            ("In the left base, there is an opacity.", ["present left lung opacity at left lung base"]),
            ("At the right apex, a nodule is seen.", ["present right lung nodule at right lung apex"]),
            ("Left upper lobe: nodule.", ["present left lung nodule at left upper lobe"]),
        ] as [(String, [String])])
    func front(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A place that belongs to an earlier finding is not",
        arguments: [
            (
                "Small scar in the left base, there is an effusion.",
                ["present small left scar at left lung base", "present pleural effusion"]
            ),
            ("Overlying the left clavicle, there is a nodule.", ["present lung nodule"]),
        ] as [(String, [String])])
    func taken(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A hedge before a preposition doubts the place, not the finding",
        arguments: [
            ("Opacity, probably within the right lower lobe.", ["present right lung opacity at right lower lobe"]),
            ("Consolidation, possibly at the right base.", ["present right consolidation at right lung base"]),
            ("Mass, probably in the left apex.", ["present left mass at left lung apex"]),
        ] as [(String, [String])])
    func hedged(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Elsewhere it doubts the finding",
        arguments: [
            (
                "Mass, probably metastasis in the left apex.",
                [
                    "present left mass at left lung apex", "uncertain left metastasis at left lung apex",
                    "mass suggests metastasis",
                ]
            ),
            ("Probable consolidation at the right base.", ["uncertain right consolidation at right lung base"]),
        ] as [(String, [String])])
    func hedgedFinding(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A predominance or a distribution says where a finding lies",
        arguments: [
            ("Interstitial opacities with a basal predominance.", ["present interstitial abnormality at lung base"]),
            ("Nodules with an upper lobe predominance.", ["present lung nodule at upper lobe"]),
            ("Fibrosis in a basilar distribution.", ["present pulmonary fibrosis at lung base"]),
        ] as [(String, [String])])
    func distribution(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Another finding after \"with\" has its site for itself",
        arguments: [
            ("Interstitial opacities with basal scarring.", ["present interstitial abnormality", "present scar at lung base"]),
            ("Nodules with an upper lobe mass.", ["present lung nodule", "present mass at upper lobe"]),
        ] as [(String, [String])])
    func noDistribution(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
