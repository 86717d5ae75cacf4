import Hilum
import HilumTestSupport
import Testing

@Suite("What is said counts, not how")
struct WordingTests {
    let hilum: Hilum

    init() throws {
        hilum = try Fixtures.hilum.get()
    }

    @Test(
        "The same in other words is perfect, whichever of the two is the reference",
        arguments: [
            [
                "Cardiomegaly.", "The heart is enlarged.", "Enlarged cardiac silhouette.", "There is enlargement of the heart.",
                "The cardiac silhouette appears enlarged.", "Cardiac enlargement is present.",
            ],
            [
                "Small left pleural effusion.", "There is a small pleural effusion on the left.",
                "A small left-sided effusion is seen.", "Left pleural effusion, small in size.",
            ],
            [
                "No pneumothorax.", "There is no evidence of pneumothorax.", "Pneumothorax is not seen.",
                "Negative for pneumothorax.",
            ],
            ["Opacity in the right lower lobe.", "RLL opacity.", "Right lower lobe opacities."],
            ["Bilateral effusions.", "Left pleural effusion. Right pleural effusion.", "Effusions on both sides."],
            ["The pneumothorax has resolved.", "Pneumothorax is no longer seen.", "Resolved pneumothorax."],
            ["Stable cardiomegaly.", "Cardiomegaly is unchanged.", "No change in the cardiomegaly."],
        ])
    func paraphrase(_ wordings: [String]) {
        for reference in wordings {
            for candidate in wordings {
                let score = hilum.score(candidate: candidate, reference: reference)
                #expect(score.kg.reward >= 0.99 && score.factuality.errors.isEmpty, "\(candidate) for \(reference)")
                #expect(score.green == 1 && score.crimson == 1, "\(candidate) for \(reference)")
            }
        }
    }

    private static let statements = [
        "Moderate left pleural effusion.", "No pneumothorax.", "Streaky opacity in the right lung base, likely atelectasis.",
        "The heart is mildly enlarged.", "Tortuous aorta.", "Unchanged right internal jugular catheter.",
    ]

    @Test("The order of sentences makes no difference", arguments: 0..<20)
    func order(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let reference = Self.statements.joined(separator: " ")
        let shuffled = Self.statements.shuffled(using: &generator).joined(separator: " ")
        #expect(hilum.score(candidate: shuffled, reference: reference).kg.reward == 1)
        let other = "Small left pleural effusion. Pneumothorax. No edema."
        #expect(
            hilum.score(candidate: shuffled, reference: other).kg == hilum.score(candidate: reference, reference: other).kg)
    }

    @Test(
        "One more error never raises a score",
        arguments: [
            "Large right pneumothorax.", "There is a displaced fracture of the left clavicle.", "Free air under the diaphragm.",
            "New consolidation in the left upper lobe.", "Mild scoliosis.",
        ])
    func oneMoreError(_ error: String) {
        for count in 1...Self.statements.count {
            let reference = Self.statements.joined(separator: " ")
            let candidate = Self.statements.prefix(count).joined(separator: " ")
            let before = hilum.score(candidate: candidate, reference: reference)
            let after = hilum.score(candidate: candidate + " " + error, reference: reference)
            #expect(after.kg.reward < before.kg.reward && after.green <= before.green && after.crimson <= before.crimson)
            #expect(after.factuality.total == before.factuality.total + 1)
        }
    }
}
