import HilumExtraction
import Testing

@Suite("What a change is said of")
struct ChangeTests {
    @Test(
        "A change said of a list holds for all of it",
        arguments: [
            ("Resolution of the effusion and infiltrate.", ["absent pleural effusion resolved", "absent infiltrate resolved"]),
            (
                "Resolution of the effusion, infiltrate and edema.",
                ["absent pleural effusion resolved", "absent infiltrate resolved", "absent pulmonary edema resolved"]
            ),
            (
                "Interval increase of the effusion and atelectasis.",
                ["present pleural effusion increased", "present atelectasis increased"]
            ),
            (
                "Cardiomegaly and effusion are unchanged.",
                ["present cardiomegaly unchanged", "present pleural effusion unchanged"]
            ),
            (
                "Effusion, edema and cardiomegaly have worsened.",
                ["present pleural effusion increased", "present pulmonary edema increased", "present cardiomegaly increased"]
            ),
        ] as [(String, [String])])
    func list(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "An attribute, and what is joined by \"with\", holds for one",
        arguments: [
            ("New effusion and atelectasis.", ["present pleural effusion new", "present atelectasis"]),
            ("Resolution of the effusion with infiltrate.", ["absent pleural effusion resolved", "present infiltrate"]),
            ("Cardiomegaly. Effusion is unchanged.", ["present cardiomegaly", "present pleural effusion unchanged"]),
        ] as [(String, [String])])
    func attribute(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "After a comma it is said of what is explained",
        arguments: [
            (
                "Opacities at both bases, likely atelectasis, unchanged.",
                [
                    "present bilateral lung opacity at bilateral lung base unchanged",
                    "uncertain bilateral atelectasis at bilateral lung base",
                    "lung opacity suggests atelectasis",
                ]
            ),
            (
                "Right basilar opacity, possibly pneumonia, has increased.",
                [
                    "present right lung opacity at right lung base increased",
                    "uncertain right pneumonia at right lung base",
                    "lung opacity suggests pneumonia",
                ]
            ),
            (
                "Left basilar opacity, probably scarring, stable.",
                [
                    "present left lung opacity at left lung base unchanged",
                    "uncertain left scar at left lung base",
                    "lung opacity suggests scar",
                ]
            ),
        ] as [(String, [String])])
    func explained(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Without one, or without an explanation, of the finding before it",
        arguments: [
            (
                "Left opacity, likely new atelectasis.",
                ["present left lung opacity", "uncertain left atelectasis new", "lung opacity suggests atelectasis"]
            ),
            ("Opacity and mild pneumonia, unchanged.", ["present lung opacity unchanged", "present mild pneumonia unchanged"]),
            ("Effusion and nodule, larger.", ["present pleural effusion increased", "present lung nodule increased"]),
        ] as [(String, [String])])
    func explanation(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
