import HilumExtraction
import Testing

@Suite("How findings of one sentence hang on one another")
struct LinkTests {
    @Test(
        "Bare names after a comma explain the finding before it",
        arguments: [
            (
                "Left basilar opacity, atelectasis versus scarring.",
                [
                    "present left lung opacity at left lung base",
                    "uncertain left atelectasis at left lung base",
                    "uncertain left scar at left lung base",
                    "lung opacity suggests atelectasis",
                    "lung opacity suggests scar",
                ]
            ),
            (
                "Right upper lobe opacity, pneumonia or aspiration.",
                [
                    "present right lung opacity at right upper lobe",
                    "present right pneumonia at right upper lobe",
                    "present right aspiration at right upper lobe",
                    "lung opacity suggests pneumonia",
                    "lung opacity suggests aspiration",
                ]
            ),
            (
                "Patchy opacity in the left base, pneumonia.",
                [
                    "present left lung opacity at left lung base",
                    "present left pneumonia at left lung base",
                    "lung opacity suggests pneumonia",
                ]
            ),
        ] as [(String, [String])])
    func apposition(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What follows a comma is one more finding if it has a degree or a side of its own, or an \"and\" follows it",
        arguments: [
            (
                "Left basilar opacity, mild atelectasis.",
                ["present left lung opacity at left lung base", "present mild atelectasis"]
            ),
            (
                "Left basilar opacity, right atelectasis.",
                ["present left lung opacity at left lung base", "present right atelectasis"]
            ),
            (
                "Apical nodule, pneumothorax and edema.",
                ["present lung nodule at lung apex", "present pneumothorax", "present pulmonary edema"]
            ),
        ] as [(String, [String])])
    func listed(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A mask between two findings has taken the verb that explains",
        arguments: [
            (
                "Opacity in the left base ___ atelectasis.",
                [
                    "present left lung opacity at left lung base",
                    "present left atelectasis at left lung base",
                    "lung opacity suggests atelectasis",
                ]
            ),
            (
                "Left perihilar opacity XXXX pneumonia.",
                [
                    "present left lung opacity at left perihilar region",
                    "present left pneumonia at left perihilar region",
                    "lung opacity suggests pneumonia",
                ]
            ),
            (
                "Nodule in the right apex ___ granuloma.",
                [
                    "present right lung nodule at right lung apex",
                    "present right granuloma at right lung apex",
                    "lung nodule suggests granuloma",
                ]
            ),
        ] as [(String, [String])])
    func mask(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "After \"with\" a mask has taken no verb, nor has one that ends its sentence",
        arguments: [
            (
                "Opacity in the right base with ___ effusion.",
                ["present right lung opacity at right lung base", "present right pleural effusion at right lung base"]
            ),
            ("Small left effusion ___. Atelectasis.", ["present small left pleural effusion", "present atelectasis"]),
        ] as [(String, [String])])
    func maskedCompanion(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A copula says what a finding is",
        arguments: [
            (
                "Left base opacity is atelectasis.",
                [
                    "present left lung opacity at left lung base",
                    "present left atelectasis at left lung base",
                    "lung opacity suggests atelectasis",
                ]
            ),
            (
                "The opacity in the right apex appears to be scarring.",
                [
                    "present right lung opacity at right lung apex",
                    "present right scar at right lung apex",
                    "lung opacity suggests scar",
                ]
            ),
            (
                "The nodule in the left apex was a granuloma.",
                [
                    "present left lung nodule at left lung apex",
                    "present left granuloma at left lung apex",
                    "lung nodule suggests granuloma",
                ]
            ),
        ] as [(String, [String])])
    func copula(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Another verb does not",
        arguments: [
            ("The left opacity has caused atelectasis.", ["present left lung opacity", "present atelectasis"]),
            ("Left effusion shows atelectasis.", ["present left pleural effusion", "present atelectasis"]),
        ] as [(String, [String])])
    func verb(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What is adjacent or associated lies where the finding before it lies",
        arguments: [
            ("Left effusion with adjacent atelectasis.", ["present left pleural effusion", "present left atelectasis"]),
            (
                "Moderate right effusion and associated atelectasis.",
                ["present moderate right pleural effusion", "present right atelectasis"]
            ),
            (
                "Left upper lobe mass with surrounding consolidation.",
                ["present left mass at left upper lobe", "present left consolidation at left upper lobe"]
            ),
            (
                "Opacity in the lingula with underlying bronchiectasis.",
                ["present lung opacity at lingula", "present bronchiectasis at lingula"]
            ),
        ] as [(String, [String])])
    func companion(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What comes with a device does not lie where the device does",
        arguments: [
            (
                "Left chest tube with associated subcutaneous emphysema.",
                ["present left chest tube", "present subcutaneous emphysema"]
            ),
            (
                "Left PICC with adjacent atelectasis.",
                ["present left peripherally inserted central catheter", "present atelectasis"]
            ),
        ] as [(String, [String])])
    func deviceCompanion(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What comes with a finding of one side lies there, as far as anatomy allows; with a degree of its own, on that side",
        arguments: [
            ("Left effusion with atelectasis.", ["present left pleural effusion", "present left atelectasis"]),
            (
                "Left upper lobe mass with consolidation.",
                ["present left mass at left upper lobe", "present left consolidation at left upper lobe"]
            ),
            ("Left upper lobe mass with rib fractures.", ["present left mass at left upper lobe", "present left rib fracture"]),
            (
                "Right lower lobe consolidation with small effusion.",
                ["present right consolidation at right lower lobe", "present small right pleural effusion"]
            ),
            (
                "Left apical opacity with mild scarring.",
                ["present left lung opacity at left lung apex", "present mild left scar"]
            ),
        ] as [(String, [String])])
    func accompaniment(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "It does not where it has a side, is denied, lies in the midline or comes with both sides or a device",
        arguments: [
            ("Left effusion with right atelectasis.", ["present left pleural effusion", "present right atelectasis"]),
            ("Left effusion with no pneumothorax.", ["present left pleural effusion", "absent pneumothorax"]),
            ("Small left effusion with cardiomegaly.", ["present small left pleural effusion", "present cardiomegaly"]),
            ("Bilateral effusions with atelectasis.", ["present bilateral pleural effusion", "present atelectasis"]),
            ("Left chest tube with pneumothorax.", ["present left chest tube", "present pneumothorax"]),
        ] as [(String, [String])])
    func noAccompaniment(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "A list shares its site, before or after it",
        arguments: [
            (
                "Atelectasis, infiltrate and effusion at the left base.",
                [
                    "present left atelectasis at left lung base",
                    "present left infiltrate at left lung base",
                    "present left pleural effusion at left lung base",
                ]
            ),
            (
                "Left basilar atelectasis and effusion.",
                ["present left atelectasis at left lung base", "present left pleural effusion at left lung base"]
            ),
            (
                "Nodule or scar in the right apex.",
                ["present right lung nodule at right lung apex", "present right scar at right lung apex"]
            ),
        ] as [(String, [String])])
    func list(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Each finding of a list keeps a site of its own",
        arguments: [
            (
                "Left basilar atelectasis and right apical scarring.",
                ["present left atelectasis at left lung base", "present right scar at right lung apex"]
            ),
            (
                "Atelectasis at the left base and nodule in the right apex.",
                ["present left atelectasis at left lung base", "present right lung nodule at right lung apex"]
            ),
        ] as [(String, [String])])
    func ownPlaces(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What explains a finding may say where it is",
        arguments: [
            (
                "Interstitial opacities compatible with edema in the lower lobes.",
                [
                    "present bilateral interstitial abnormality at bilateral lower lobe",
                    "present bilateral pulmonary edema at bilateral lower lobe",
                    "interstitial abnormality suggests pulmonary edema",
                ]
            ),
            (
                "Opacity, likely pneumonia in the right upper lobe.",
                [
                    "present right lung opacity at right upper lobe",
                    "uncertain right pneumonia at right upper lobe",
                    "lung opacity suggests pneumonia",
                ]
            ),
            (
                "A nodule representing granuloma in the left apex.",
                [
                    "present left lung nodule at left lung apex",
                    "present left granuloma at left lung apex",
                    "lung nodule suggests granuloma",
                ]
            ),
        ] as [(String, [String])])
    func explanationPlace(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "It does not where the finding has a place, or is another than the one explained",
        arguments: [
            (
                "Opacity in the left base, likely pneumonia in the right upper lobe.",
                [
                    "present left lung opacity at left lung base",
                    "uncertain right pneumonia at right upper lobe",
                    "lung opacity suggests pneumonia",
                ]
            ),
            (
                "Nodule and opacity, likely a granuloma in the left apex.",
                [
                    "present lung nodule",
                    "present left lung opacity at left lung apex",
                    "uncertain left granuloma at left lung apex",
                    "lung opacity suggests granuloma",
                ]
            ),
        ] as [(String, [String])])
    func explainedPlace(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "What is suspected is explained by the finding that it is a kind of, though another stands between",
        arguments: [
            (
                "Pneumothorax with mediastinal shift, concerning for tension pneumothorax.",
                [
                    "present pneumothorax",
                    "present mediastinal shift",
                    "uncertain tension pneumothorax",
                    "pneumothorax suggests tension pneumothorax",
                ]
            ),
            (
                "Lung nodule with left effusion, probably a calcified nodule.",
                [
                    "present lung nodule",
                    "present left pleural effusion",
                    "uncertain calcified nodule",
                    "lung nodule suggests calcified nodule",
                ]
            ),
            (
                "Right effusion and atelectasis, probably a loculated effusion.",
                [
                    "present right pleural effusion",
                    "present right atelectasis",
                    "uncertain right loculated pleural effusion",
                    "pleural effusion suggests loculated pleural effusion",
                ]
            ),
        ] as [(String, [String])])
    func kind(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Of two findings that are no more general the nearer one is explained",
        arguments: [
            (
                "Left effusion and opacity, suspicious for pneumonia.",
                [
                    "present left pleural effusion",
                    "present left lung opacity",
                    "uncertain left pneumonia",
                    "lung opacity suggests pneumonia",
                ]
            ),
            (
                "Left nodule with opacity, probably atelectasis.",
                [
                    "present left lung nodule",
                    "present left lung opacity",
                    "uncertain left atelectasis",
                    "lung opacity suggests atelectasis",
                ]
            ),
        ] as [(String, [String])])
    func noKind(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
