import ArgumentParser
import Hilum
import HilumGeneration

struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Writes reports of images, findings or labels.",
        discussion: """
            Of one study (--image, for each of its views), of findings (--findings), or of every row of a file (INPUT, with the column that \
            says what to write of). Findings come first: from an image they are told, each with its probability; then the report is written, \
            read again and mended until it says them and nothing else, as far as can be. A row of which no report can be written, such as \
            that of a photograph, has report null and a reason; the others are written, and the exit code is 65. For research: a generated \
            report is no radiologist's, and not for clinical use.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, jsonl, csv
    }

    @Argument(help: "A CSV, TSV or JSONL file; - for standard input.")
    var input: String?

    @OptionGroup var rows: RowOptions
    @OptionGroup var repeats: RepeatedIDs

    @Option(help: ArgumentHelp("An image, PNG or JPEG; may be given for each view of a study.", valueName: "file"))
    var image: [String] = []

    @Option(help: ArgumentHelp("Findings, in any wording: 'small left pleural effusion; no pneumothorax'.", valueName: "text"))
    var findings: String?

    @OptionGroup var source: SourceOptions

    @Option(name: [.customLong("labels"), .customLong("label-columns")], help: SourceOptions.labelHelp)
    var labels: LabelSet?

    @OptionGroup var model: ModelOptions
    @OptionGroup var decoding: DecodingOptions

    @OptionGroup var heatMaps: HeatMapOptions

    @Option(help: "text (of a single report), jsonl or csv. (default: text for a single report on a terminal, else jsonl)")
    var format: Format?

    @Flag(
        help: "Below the text, say what it was asked to say, how likely each finding is, and what was mended. (jsonl has it all)")
    var explain = false

    @OptionGroup var work: WorkOptions

    func validate() throws {
        let given = [input.map { _ in "INPUT" }, image.isEmpty ? nil : "--image", findings.map { _ in "--findings" }].compactMap(
            \.self)
        guard given.count == 1 else {
            let choice = "--image FILE, --findings TEXT or INPUT"
            throw ValidationError(
                given.isEmpty ? "give \(choice)" : "give one of \(choice), not \(given.joined(separator: " and "))")
        }
        try checkSources()
        if explain, let format, format != .text { throw ValidationError("--explain goes with --format text; jsonl has it all") }
        if input != nil, explain || format == .text {
            throw ValidationError("text is of a single report: take --format jsonl or csv for rows")
        }
        let ofImages = heatMaps.given + (model.allowAnyImage ? ["--allow-any-image"] : [])
        if image.isEmpty, source.imageColumn == nil, let option = ofImages.first {
            throw ValidationError("\(option) goes with images: --image or --image-column")
        }
        try OutputNames.check(["--heat-maps": heatMaps.maps, "--output": work.output ?? "-"])
    }

    /// Refuses columns without rows, and rows without a column.
    private func checkSources() throws {
        guard input == nil else {
            try source.check(labels: labels, for: "rows need a source")
            return
        }
        var ofRows = source.given(labels: labels)
        if rows.id != nil { ofRows.append("--id") }
        if rows.inputFormat != nil { ofRows.append("--input-format") }
        if repeats.areAllowed { ofRows.append("--allow-duplicate-ids") }
        if let option = ofRows.first { throw ValidationError("\(option) goes with rows: name their file") }
    }

    func run() async throws {
        if let input {
            try await GeneratedRows.write(of: input, as: self)
        } else {
            try writeSingle()
        }
    }

    /// Writes the report of one study, or of findings.
    private func writeSingle() throws {
        for path in [work.output, heatMaps.maps].compactMap(\.self) where image.contains(where: { OutputFile.isSame($0, path) }) {
            throw OutputError.isInput(path: path)
        }
        let output = try OutputFile(path: work.output)
        let maps = try HeatMapFiles(heatMaps, input: nil)
        Interruption.removesTemporaryFiles(of: [output] + maps.outputs)
        let generator = try model.generator(for: Hilum(ontology: work.ontology.open()))
        let study = try generator.study(of: findings.map { .text($0) } ?? .images(image), options: options)
        let report = study.report
        let id = Array("1".utf8)
        let places = try FindingPlace.places(of: study, picturePath: heatMaps.picturePath(ImagePaths.stem(of: image.first ?? "")))
        switch format ?? (explain || output.isTerminal ? .text : .jsonl) {
        case .text: try output.write(Array(GeneratedReportText.text(report, isExplained: explain).utf8))
        case .jsonl:
            var writer = JSONWriter()
            GeneratedReportJSON.append(study, id: id, places: places, to: &writer)
            try output.write(writer.bytes)
        case .csv:
            var writer = CSVWriter()
            writer.row(GeneratedReportCSV.header)
            GeneratedReportCSV.append(report, id: id, to: &writer)
            try output.write(writer.bytes)
        }
        try maps.write(places, id: id)
        try output.finish()
        try maps.finish()
        say("written by \(report.modelSignature)")
    }

    var options: GenerationOptions {
        var options = decoding.options
        options.allowsAnyImage = model.allowAnyImage
        options.makesHeatMaps = format != .csv || !heatMaps.given.isEmpty
        return options
    }

    /// Says on standard error what was done, and what it is worth.
    func say(_ what: String) {
        if !work.quiet { StandardError.write("hilum: \(what); for research, not for clinical use\n") }
    }
}
