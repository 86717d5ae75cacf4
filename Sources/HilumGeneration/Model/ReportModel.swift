import HilumMetrics
import HilumModel

/// The networks of one checkpoint, which read images and write texts.
struct ReportModel: Sendable {
    /// The model's name and a hash of all that a report depends on.
    let signature: String
    let outputs: FindingOutputs
    private let image: ModelConfiguration.Image
    private let encoder: ImageEncoder
    private let head: FindingHead
    private let decoder: TextDecoder
    private let tokenizer: Tokenizer
    private let end, find, report: Int32

    /// - Throws: `ModelError`.
    init(_ checkpoint: Checkpoint) throws(ModelError) {
        let description = try ModelDescription(checkpoint.configurationFile)
        outputs = description.outputs
        image = checkpoint.configuration.image
        encoder = try ImageEncoder(checkpoint)
        head = try FindingHead(checkpoint)
        decoder = try TextDecoder(checkpoint)
        tokenizer = checkpoint.tokenizer
        end = try tokenizer.specialToken("<end>")
        find = try tokenizer.specialToken("<find>")
        report = try tokenizer.specialToken("<report>")
        guard head.outputs == outputs.count else {
            throw .badTensor(
                file: checkpoint.weights.fileName, tensor: "head.weight",
                reason: "has \(head.outputs) rows, but the configuration's outputs name \(outputs.count)")
        }
        signature = "\(description.name)-\(checkpoint.fingerprint)"
    }

    /// What the views of one study show.
    /// - Throws: `ModelError`.
    func reading(of images: [RadiographImage]) throws(ModelError) -> StudyReading {
        var views: [StudyReading.View] = []
        for radiograph in images {
            let features = try encoder.features(of: radiograph.encoderInput(image))
            views.append(StudyReading.View(features: features, logits: head.logits(features), outputs))
        }
        return StudyReading(views, outputs)
    }

    /// How much each part of a view speaks for a statement.
    func heatMap(of statement: Int, on view: Int, in study: StudyReading) -> HeatMap? {
        let features = study.views[view].features
        let row = study.row(ofStatement: statement, on: view)
        return HeatMap(columns: features.columns, rows: features.rows, values: head.activation(of: row, features))
    }

    /// A report that says the findings, behind the study's images where there are some: of its frontal and of its lateral ones those that
    /// are most like radiographs.
    /// - Parameter findings: a finding list in one line.
    /// - Throws: `ModelError` where there are more findings than the decoder's context holds.
    func text(saying findings: String, on study: StudyReading?, options: GenerationOptions) throws(ModelError) -> String {
        let images = (study?.shown ?? []).map { DecoderImage(features: $0.features, view: $0.isLateral ? .lateral : .frontal) }
        let prompt = [find] + tokenizer.encode(findings) + [report]
        let state = try decoder.read(images: images, tokens: prompt.map(Int.init))
        let limits = GenerationLimits(stop: Int(end), maximumTokens: options.mostTokens)
        let written =
            switch options.strategy {
            case .greedy: decoder.greedy(after: state, limits: limits)
            case .beam(let width): decoder.beamSearch(after: state, BeamSearch(width: width), limits: limits)
            case .sampling(let temperature, let topP, let seed):
                Self.sampled(decoder, state, Sampling(temperature: temperature, topP: topP), seed, limits)
            }
        let text = tokenizer.decode(written.tokens.map(Int32.init))
        return written.ending == .stop ? text : text.throughLastSentence
    }

    private static func sampled(
        _ decoder: TextDecoder, _ state: DecoderState, _ sampling: Sampling, _ seed: UInt64, _ limits: GenerationLimits
    ) -> GeneratedTokens {
        var generator = SeededGenerator(seed: seed)
        return decoder.sample(after: state, sampling, limits: limits, using: &generator)
    }
}

extension String {
    /// Without a last sentence that is not finished; a point behind a digit may be that of a number that is cut off.
    var throughLastSentence: String {
        let stop = indices.last { place in
            guard self[place] == "." else { return false }
            let next = index(after: place)
            return next < endIndex ? self[next].isWhitespace : self[..<place].last?.isNumber != true
        }
        return stop.map { String(self[...$0]) } ?? ""
    }
}
