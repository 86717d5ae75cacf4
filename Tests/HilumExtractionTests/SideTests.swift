import HilumExtraction
import Testing

@Suite("On which side a finding lies")
struct SideTests {
    @Test(
        "After \"both\", sides that are named hold",
        arguments: [
            (
                "Opacities in both right middle and lower lobes.",
                ["present right lung opacity at right middle lobe and right lower lobe"]
            ),
            (
                "Atelectasis in both the right base and the left apex.",
                ["present bilateral atelectasis at right lung base and left lung apex"]
            ),
            (
                "Nodules in both the left apex and the right base.",
                ["present bilateral lung nodule at left lung apex and right lung base"]
            ),
        ] as [(String, [String])])
    func both(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "\"Both\" with a plural is both sides",
        arguments: [
            ("Opacities in both lower lobes.", ["present bilateral lung opacity at bilateral lower lobe"]),
            ("Atelectasis at both bases.", ["present bilateral atelectasis at bilateral lung base"]),
        ] as [(String, [String])])
    func bilateral(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Findings that are coordinated share a side that follows them",
        arguments: [
            (
                "Rib fractures and pleural thickening on the right.",
                ["present right rib fracture", "present right pleural thickening"]
            ),
            ("Effusion and atelectasis on the left.", ["present left pleural effusion", "present left atelectasis"]),
            ("Nodule or scar on the right.", ["present right lung nodule", "present right scar"]),
        ] as [(String, [String])])
    func findings(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "They do not where one has a side, or none is coordinated",
        arguments: [
            ("Left effusion and atelectasis on the right.", ["present left pleural effusion", "present right atelectasis"]),
            ("Cardiomegaly, effusion on the right.", ["present cardiomegaly", "present right pleural effusion"]),
        ] as [(String, [String])])
    func noFindings(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Coordinated sites share the side before them",
        arguments: [
            (
                "Opacity in the right upper and lower lobes.",
                ["present right lung opacity at right upper lobe and right lower lobe"]
            ),
            ("Opacities in the left apex and base.", ["present left lung opacity at left lung apex and left lung base"]),
        ] as [(String, [String])])
    func sites(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Each keeps a side of its own",
        arguments: [
            (
                "Opacity in the right apex and left base.",
                ["present bilateral lung opacity at right lung apex and left lung base"]
            )
        ] as [(String, [String])])
    func ownSites(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Throughout a plural is on both sides",
        arguments: [
            ("Nodules throughout the lungs.", ["present bilateral lung nodule at bilateral lung"]),
            ("Interstitial opacities throughout the lungs.", ["present bilateral interstitial abnormality at bilateral lung"]),
            ("Opacities throughout both lungs.", ["present bilateral lung opacity at bilateral lung"]),
        ] as [(String, [String])])
    func pervading(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Another preposition leaves the side open, and a singular has one side",
        arguments: [
            ("Nodules in the lungs.", ["present lung nodule at lung"]),
            ("Nodules throughout the right lung.", ["present right lung nodule at right lung"]),
        ] as [(String, [String])])
    func noPervading(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Several of what there is one of on each side are on both",
        arguments: [
            ("Small effusions.", ["present small bilateral pleural effusion"]),
            ("Pleural effusions are present.", ["present bilateral pleural effusion"]),
        ] as [(String, [String])])
    func plural(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Not so under a negation, with a side, in the singular, or of what there may be many of",
        arguments: [
            ("No effusions.", ["absent pleural effusion"]),
            ("Left effusions.", ["present left pleural effusion"]),
            ("Small effusion.", ["present small pleural effusion"]),
            ("Nodules.", ["present lung nodule"]),
        ] as [(String, [String])])
    func noPlural(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
