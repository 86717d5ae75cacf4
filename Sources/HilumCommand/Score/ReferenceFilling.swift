import Hilum
import HilumGeneration

/// What writes the references that a run of `hilum score` lacks, and how results name that.
struct ReferenceFilling: Sendable {
    /// Nil where all references are given.
    let generator: RowGenerator?
    let areMixed: Bool
    /// What messages call the file.
    let input: String

    /// The reference of a row: its second cell, or where that is blank, what is written of the cells behind it.
    /// - Throws: `InputError` where nothing can be written; what is wrong with the model.
    func reference(of row: Row) throws -> (text: [UInt8], isGenerated: Bool) {
        guard let generator, row.isWithoutReference else { return (row.cells[1], false) }
        do {
            let report = try generator.study(of: Array(row.cells[2...]), id: row.id).report
            guard report.leftovers.isEmpty else { throw NoReport(description: "not all of the findings can be said") }
            return (Array(report.text.utf8), true)
        } catch let failure as NoReport {
            let reason = "no reference can be written: \(failure.unquoted ?? failure.description)"
            throw CellError(column: generator.source.columns[0].name, reason: reason).placed(in: input, line: row.line)
        } catch {
            throw error.placed(in: input, line: row.line)
        }
    }

    /// How the signature of the scores names the references; nil where all are given.
    var signature: ScoreSignature.References? {
        generator.map { .init(source: $0.source.name, model: $0.generator.signature, areMixed: areMixed) }
    }

    /// The model, by name and weights; nil where all are given.
    var model: String? { generator?.generator.signature }

    var isSlow: Bool { generator?.source.isSlow ?? false }

    /// What to say of a run.
    func account(_ means: ReferenceMeans) -> String {
        let generated = "\(means.generated.n) \(means.generated.n == 1 ? "reference" : "references") generated"
        guard let generator else { return "hilum: no reference is generated, as all are given\n" }
        return """
            hilum: \(generated) of \(generator.source.name) by \(generator.generator.signature), \(means.given.n) given; a score against a \
            generated reference is agreement with that model, for research only

            """
    }
}

/// The scores of a run against given references and against generated ones, apart.
struct ReferenceMeans: Sendable {
    var given: CorpusSummary
    var generated: CorpusSummary

    /// - Parameter empty: of no pairs.
    init(empty: CorpusSummary) {
        given = empty
        generated = empty
    }

    mutating func add(_ score: PairScore, isGenerated: Bool) {
        if isGenerated { generated.add(score) } else { given.add(score) }
    }

    mutating func merge(_ other: ReferenceMeans) {
        given.merge(other.given)
        generated.merge(other.generated)
    }

    /// Appends `{"generator", "given": {…}, "generated": {…}}`, each as the summary of all pairs.
    func append(model: String?, to writer: inout JSONWriter) {
        writer.object {
            $0.key("generator")
            $0.string(model)
            for (name, summary) in [("given", given), ("generated", generated)] {
                $0.key(name)
                ScoreSummaryJSON.append(summary, to: &$0)
            }
        }
    }
}
