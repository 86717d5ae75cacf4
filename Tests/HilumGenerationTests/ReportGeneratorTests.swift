import Foundation
import Hilum
import HilumModel
import Testing

@testable import HilumGeneration

@Suite("Reports that the bundled model writes") struct ReportGeneratorTests {
    private static let generator = Result { try ReportGenerator.bundled(for: Bundled.hilum) }

    private func generator() throws -> ReportGenerator { try Self.generator.get() }

    private func findings(_ text: String) throws -> FindingList {
        try FindingList(reading: text, phrases: generator().phrases)
    }

    private func drawing(_ name: String) throws -> RadiographImage {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try RadiographImage(contentsOf: folder.appending(path: "Fixtures/images/\(name)").path)
    }

    @Test(
        "A report of findings says them, and nothing else",
        arguments: [
            "moderate left pleural effusion; no pneumothorax",
            "normal heart size; clear lungs; no pleural effusion; no pneumothorax; normal bones",
            "possible pneumonia in the right lower lobe; mild cardiomegaly; no acute osseous abnormality",
            "endotracheal tube; small right apical pneumothorax; bibasilar atelectasis",
        ])
    func findings(text: String) throws {
        let report = try generator().report(findings: findings(text))
        #expect(report.leftovers.isEmpty)
        let asked = Bundled.hilum.score(candidate: report.text, reference: report.findings.replacing(";", with: "."))
        #expect(asked.kg.f1 == 1)
    }

    @Test("Most of what is common is said in the model's own words") func drafts() throws {
        let report = try generator().report(findings: findings("normal heart size; clear lungs; no pneumothorax"))
        #expect(report.added.isEmpty)
        #expect(report.draft.contains(report.text.prefix(10)))
    }

    @Test("A list of any findings gets a report that says nothing else") func sampled() throws {
        var sampler = FindingSampler(phrases: try generator().phrases, seed: 22)
        for _ in 0..<25 {
            let list = sampler.next()
            let report = try generator().report(findings: list)
            let scored = Bundled.hilum.score(
                candidate: report.text, reference: list.entries.map { $0.phrase + "." }.joined(separator: " "))
            #expect(scored.factuality.errors.filter { $0.category == .falsePositiveFinding }.isEmpty, "\(list.text)")
        }
    }

    @Test(
        "The same strategy writes the same report, and a beam of one is greedy",
        arguments: [
            GenerationOptions.Strategy.greedy, .beam(width: 3), .sampling(temperature: 1.2, topP: 0.95, seed: 3),
        ])
    func repeatable(strategy: GenerationOptions.Strategy) throws {
        let list = try findings("mild cardiomegaly; small bilateral pleural effusions; no pneumothorax")
        var options = GenerationOptions()
        let greedy = try generator().report(findings: list, options: options)
        options.strategy = .beam(width: 1)
        #expect(try generator().report(findings: list, options: options) == greedy)
        options.strategy = strategy
        #expect(try generator().report(findings: list, options: options) == generator().report(findings: list, options: options))
    }

    @Test("Other seeds draw other reports") func seeds() throws {
        let list = try findings("mild cardiomegaly; small bilateral pleural effusions; no pneumothorax; clear lungs")
        let drafts = try (0..<6 as Range<UInt64>).map { seed in
            var options = GenerationOptions()
            options.strategy = .sampling(temperature: 1.5, topP: 1, seed: seed)
            return try generator().report(findings: list, options: options).draft
        }
        #expect(Set(drafts).count > 1)
    }

    @Test("A drawing is no radiograph, and is refused with how far it is from one") func refusal() throws {
        let image = try drawing("grey-8.png")
        #expect {
            _ = try generator().report(images: [image])
        } throws: { error in
            guard case GenerationError.noRadiograph(image: 0, let score, let limit) = error else { return false }
            return score > limit
        }
    }

    @Test("A report of an image says the statements that its probabilities lead to, and shows where") func image() throws {
        var options = GenerationOptions()
        options.allowsAnyImage = true
        options.makesHeatMaps = true
        let images = [try drawing("grey-8.png"), try drawing("grey-16.png")]
        let report = try generator().report(images: images, options: options)
        let stated = report.probabilities.filter { $0.isReported == true }
        #expect(!stated.isEmpty)
        #expect(stated.allSatisfy { $0.kind == .statement })
        #expect(report.probabilities.allSatisfy { (0...1).contains($0.probability) })
        #expect(report.probabilities.filter { $0.kind == .openI }.count == 28)
        #expect(report.leftovers.isEmpty)
        #expect(report.locations.allSatisfy { location in stated.contains { $0.name == location.finding } })
        #expect(try generator().report(images: images, options: options) == report)
        #expect(try generator().report(images: images.reversed(), options: options).text == report.text)
    }

    @Test(
        "A text that is cut off ends with its last whole sentence, and not in a number",
        arguments: [
            ("The heart is large. There is a", "The heart is large."), ("Vague 1.5 cm nod", ""),
            ("No edema. Vague 1.", "No edema."),
            ("No edema.\nA 1.5", "No edema."), ("No edema.", "No edema."), ("", ""),
        ])
    func cut(text: String, kept: String) {
        #expect(text.throughLastSentence == kept)
    }

    @Test(
        "Options out of their range are an error, and end nothing",
        arguments: [
            .beam(width: 0), .sampling(temperature: 0, topP: 1, seed: 1), .sampling(temperature: .nan, topP: 1, seed: 1),
            .sampling(temperature: .infinity, topP: 1, seed: 1), .sampling(temperature: 1, topP: 0, seed: 1),
            .sampling(temperature: 1, topP: 1.5, seed: 1),
        ] as [GenerationOptions.Strategy])
    func options(strategy: GenerationOptions.Strategy) throws {
        var options = GenerationOptions()
        options.strategy = strategy
        #expect(throws: GenerationError.self) { try generator().report(findings: findings("edema"), options: options) }
        options = GenerationOptions()
        options.mostTokens = 0
        #expect(throws: GenerationError.self) { try generator().report(findings: findings("edema"), options: options) }
    }

    @Test("Nothing to write of is an error") func nothing() throws {
        #expect(throws: GenerationError.noImages) { try generator().report(images: []) }
        #expect(throws: GenerationError.noFindings) { try generator().report(findings: findings("")) }
    }
}
