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

    @Test(
        "What a change is measured against is told with it",
        arguments: [
            ("Left effusion has increased since the prior CT of yesterday, now large.", "since the prior CT of yesterday"),
            ("Compared to the study of 3 days ago, the left effusion is larger.", "Compared to the study of 3 days ago"),
            ("Stable cardiomegaly since 2019.", "since 2019"),
            ("Nodule has grown, previously 9 mm, since the film of June.", "since the film of June"),
            ("Cardiomegaly is unchanged.", nil),
            ("Effusion since surgery.", nil),
        ] as [(String, String?)])
    func comparedWith(_ text: String, _ words: String?) throws {
        let graph = try extractor.get().graph(of: text)
        let observation = try #require(graph.observations.first)
        #expect(observation.comparedWith.map(graph.words(at:)) == words)
    }

    @Test(
        "A statement of the other side that leaves the finding out is one of its own",
        arguments: [
            ("Pneumothorax on the right but none on the left.", ["present right pneumothorax", "absent left pneumothorax"]),
            ("Small right and no left effusion.", ["present small right pleural effusion", "absent left pleural effusion"]),
            ("No right pneumothorax, but one on the left.", ["absent right pneumothorax", "present left pneumothorax"]),
            (
                "Left effusion is increasing but right is decreasing.",
                ["present left pleural effusion increased", "present right pleural effusion decreased"]
            ),
            (
                "Effusion has increased on the left and decreased on the right.",
                ["present left pleural effusion increased", "present right pleural effusion decreased"]
            ),
            (
                "Left pneumothorax has resolved, but the one on the right persists.",
                ["absent left pneumothorax resolved", "present right pneumothorax unchanged"]
            ),
            ("Effusions on the right and on the left.", ["present bilateral pleural effusion"]),
            ("Small effusion on the left.", ["present small left pleural effusion"]),
        ] as [(String, [String])])
    func ellipsis(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
