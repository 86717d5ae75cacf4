import Hilum
import HilumModel

/// Writes reports: of findings, or of images, whose findings it tells first.
///
///     let generator = try ReportGenerator.bundled(for: Hilum())
///     let findings = try FindingList(reading: "small left pleural effusion; no pneumothorax", phrases: generator.phrases)
///     print(try generator.report(findings: findings).text)
///
/// A value that any number of threads may share.
public struct ReportGenerator: Sendable {
    /// The words of finding lists, with the ontology of this generator.
    public let phrases: FindingPhrases
    let model: ReportModel
    private let repair: ReportRepair

    /// With the weights that are embedded in the library.
    /// - Parameter hilum: reads what the model writes.
    /// - Throws: `ModelError.noBLAS` where there is nothing to multiply matrices with.
    public static func bundled(for hilum: Hilum) throws -> ReportGenerator {
        try ReportGenerator(ReportModel(BundledModel.checkpoint()), hilum)
    }

    /// With a checkpoint of the same architecture: `config.json`, `model.safetensors` and `tokenizer.json` in a folder.
    /// - Throws: `ModelError`.
    public init(directory: String, for hilum: Hilum) throws {
        self.init(try ReportModel(Checkpoint(folder: directory)), hilum)
    }

    private init(_ model: ReportModel, _ hilum: Hilum) {
        self.model = model
        phrases = FindingPhrases(ontology: hilum.ontology)
        repair = ReportRepair(phrases: phrases)
    }

    /// Name of the model and hash of its weights, on which every report depends.
    public var signature: String { model.signature }

    /// - Parameter findings: made with `phrases`.
    /// - Throws: `GenerationError.noFindings`, `badOptions`; `ModelError` where there are more findings than the model's context holds.
    public func report(findings: FindingList, options: GenerationOptions = GenerationOptions()) throws -> GeneratedReport {
        try report(saying: findings, on: nil, options: options)
    }

    /// What the model writes, mended until it says the findings.
    func report(saying findings: FindingList, on study: StudyReading?, options: GenerationOptions) throws -> GeneratedReport {
        guard !findings.entries.isEmpty else { throw GenerationError.noFindings }
        try options.check()
        let draft = try model.text(saying: findings.text, on: study, options: options)
        return GeneratedReport(
            repair.report(from: draft, saying: findings), of: draft, saying: findings, modelSignature: signature)
    }
}
