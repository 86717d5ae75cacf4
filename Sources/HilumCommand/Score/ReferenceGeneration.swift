import Hilum
import HilumGeneration

/// What a run of `hilum score --generate-references` reads, and what it writes references with.
struct ReferenceGeneration {
    let rows: FillableRows
    let hilum: Hilum
    private let generator: RowGenerator
    private let areMixed: Bool
    private let input: String

    /// Of a file, all rows are looked at first, so that nothing is written in vain.
    /// - Parameter reader: of the input, whose columns have not been selected.
    init(_ command: ScoreCommand, reader: RowReader) throws {
        guard let candidate = command.candidate else {
            throw Defect(description: "--task \(command.task.rawValue) lets a column be missing")
        }
        let options = command.references
        hilum = Hilum(ontology: try command.work.ontology.open())
        let model = try options.model.generator(for: hilum)
        let source = try options.source.source(
            of: command.input.input, columns: reader.columns, labels: options.labels, phrases: model.phrases)
        var generation = GenerationOptions()
        generation.allowsAnyImage = options.model.allowAnyImage
        generator = RowGenerator(source: source, generator: model, options: generation)
        areMixed = options.areMixed
        input = reader.name

        func fillable(_ reader: RowReader) -> FillableRows {
            FillableRows(
                of: reader, candidate: candidate, reference: command.reference, source: source, areMixed: options.areMixed)
        }
        rows = fillable(reader)
        guard command.input.isFile, !areMixed else { return }
        let ahead = try command.input.open()
        let all = fillable(ahead)
        try command.input.select(all.columns, passing: all.passing, of: ahead)
        while try all.next() != nil {}
    }

    /// What writes the references; it writes none where all are given.
    /// - Precondition: the columns of `rows` are selected, and none of them has been taken.
    func filling() throws -> ReferenceFilling {
        let isNeeded = try areMixed || rows.firstHasReference() == false
        return ReferenceFilling(generator: isNeeded ? generator : nil, areMixed: areMixed, input: input)
    }
}
