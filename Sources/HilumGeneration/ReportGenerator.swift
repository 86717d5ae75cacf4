import Hilum
import HilumModel

/// Writes reports: of findings, or of images, whose findings it tells first.
///
///     let generator = try ReportGenerator.bundled(for: Hilum())
///     let report = try generator.report(findings: generator.findings(in: "small left pleural effusion; no pneumothorax"))
///     print(report.text)
///
/// A value that any number of threads may share. Its weights are read when the first report is written.
public struct ReportGenerator: Sendable {
    /// Name of the model and hash of its weights, on which every report depends.
    public let signature: String
    private let hilum: Hilum
    private let phrases: FindingPhrases

    /// With the weights that are embedded in the library.
    public static func bundled(for hilum: Hilum) throws -> ReportGenerator {
        ReportGenerator(signature: "none", hilum: hilum)
    }

    /// With a checkpoint of the same architecture: `config.json`, `model.safetensors` and `tokenizer.json` in a folder.
    public init(directory: String, for hilum: Hilum) throws {
        self.init(signature: "none", hilum: hilum)
    }

    private init(signature: String, hilum: Hilum) {
        self.signature = signature
        self.hilum = hilum
        phrases = FindingPhrases(ontology: hilum.ontology)
    }

    /// What a text in any wording says, as findings to write of.
    /// - Throws: `GenerationError.noFindings` where it is blank, `notUnderstood` where nothing of it is understood.
    public func findings(in text: String) throws(GenerationError) -> FindingList {
        let list = FindingList(hilum.extract(text), phrases: phrases)
        guard list.entries.isEmpty else { return list }
        throw text.allSatisfy(\.isWhitespace) ? .noFindings : .notUnderstood
    }

    /// What labels say, as findings to write of; none where all are blank.
    /// - Parameter values: in the order of the columns of the labels.
    public func findings(of labels: FindingLabels, values: [LabelValue?]) -> FindingList {
        labels.list(values, phrases: phrases, hilum: hilum)
    }

    /// - Parameter findings: made with the ontology of this generator.
    /// - Throws: `GenerationError.noFindings`.
    public func report(findings: FindingList, options: GenerationOptions) throws -> GeneratedReport {
        guard !findings.entries.isEmpty else { throw GenerationError.noFindings }
        return GeneratedReport(
            text: findings.entries.map { $0.phrase + "." }.joined(separator: " "), findings: findings.text,
            modelSignature: signature)
    }

    /// - Parameter images: those of one study.
    /// - Throws: `GenerationError`.
    public func report(images: [RadiographImage], options: GenerationOptions) throws -> GeneratedReport {
        throw GenerationError.imageCount(images.count, most: 2)
    }
}
