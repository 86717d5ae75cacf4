import HilumExtraction
import HilumMetrics
import HilumOntology
import Testing

@testable import HilumReports
@testable import HilumScoring

@Suite("Written scores")
struct ScoreOutputTests {
    private static func score() -> PairScore {
        var significant = ErrorCounts()
        significant[.incorrectLocation] = 1
        var factuality = Factuality(errors: [
            FactualityError(
                category: .incorrectLocation, isSignificant: true, finding: "pleural effusion",
                reference: Quotation(text: "left", span: TextSpan(0, 4)), candidate: nil,
                explanation: "left in the reference, no side in the candidate")
        ])
        factuality.significant = significant
        let labels = CheXpertLabels(mentions: [(status: Status, labels: UInt16)]())
        return PairScore(
            kg: KGScore(reward: 1.0 / 3, precision: 1, recall: 0.5, f1: 2.0 / 3, entityIoU: 1, relationIoU: 0, consistency: 1),
            factuality: factuality, green: 0.75, matchedFindings: 3, crimson: -1.0 / 3,
            chexpert: CheXpertPair(reference: labels, candidate: labels),
            radgraph: RadGraphF1(simple: 0.5, partial: 0.25, complete: 0),
            temporal: TemporalScore(candidate: ["new"], reference: []),
            lexical: LexicalScore(candidate: Array("a b c d e".utf8), reference: Array("a b c d e".utf8)),
            coverage: CoveragePair(reference: 0.75, candidate: 1))
    }

    @Test("A pair is one JSON object of the agreed shape")
    func json() {
        var writer = JSONWriter()
        ScoreJSON(parts: [.kg, .factuality, .green, .crimson], signature: "s").append(
            Self.score(), id: Array("a".utf8), to: &writer)
        let zero =
            #""false_positive_finding":0,"omission_finding":0,"incorrect_location":0,"incorrect_severity":0,"#
            + #""false_positive_comparison":0,"omission_comparison":0"#
        let one = zero.replacing(#""incorrect_location":0"#, with: #""incorrect_location":1"#)
        #expect(
            writer.text == #"{"id":"a","kg":{"reward":0.333333,"precision":1,"recall":0.5,"f1":0.666667,"entity_iou":1,"#
                + #""relation_iou":0,"consistency":1},"implausible":[],"factuality":{"clinically_significant":{"# + one
                + #"},"clinically_insignificant":{"# + zero + #"},"total":1,"errors":[{"category":"incorrect_location","#
                + #""significant":true,"finding":"pleural effusion","reference":{"text":"left","span":[0,4]},"candidate":null,"#
                + #""explanation":"left in the reference, no side in the candidate"}]},"green":0.75,"matched_findings":3,"#
                + #""crimson":-0.3333,"coverage":{"reference":0.75,"candidate":1},"signature":"s"}"#)
    }

    @Test("What compares words comes behind, each with its reasons or levels")
    func overlaps() {
        var writer = JSONWriter()
        ScoreJSON(parts: [.radgraph, .temporal, .lexical], signature: "s").append(Self.score(), id: Array("a".utf8), to: &writer)
        #expect(
            writer.text == #"{"id":"a","radgraph":{"simple":0.5,"partial":0.25,"complete":0},"temporal_f1":0,"#
                + #""temporal_words":{"reference":[],"candidate":["new"]},"bleu_1":1,"bleu_2":1,"bleu_3":1,"bleu_4":1,"rouge_1":1,"#
                + #""rouge_2":1,"rouge_l":1,"coverage":{"reference":0.75,"candidate":1},"signature":"s"}"#)
    }

    @Test("A part that was not computed has no members, and empty cells")
    func notComputed() {
        var score = Self.score()
        (score.radgraph, score.temporal, score.lexical) = (nil, nil, nil)
        let parts: Set<ScorePart> = [.radgraph, .temporal, .lexical]
        var writer = JSONWriter()
        ScoreJSON(parts: parts, signature: "s").append(score, id: Array("a".utf8), to: &writer)
        #expect(writer.text == #"{"id":"a","coverage":{"reference":0.75,"candidate":1},"signature":"s"}"#)
        var row = CSVWriter()
        ScoreCSV(parts: parts, signature: "s").append(score, id: Array("a".utf8), to: &row)
        #expect(row.text == "a,,,,,,,,,,,,0.75,1,s\n")
    }

    @Test("CheXpert labels are written all 14, null where nothing is said")
    func labels() {
        var writer = JSONWriter()
        ScoreJSON(parts: [.chexpert], signature: "s").append(Self.score(), id: [], to: &writer)
        #expect(
            writer.text.hasPrefix(#"{"id":"","chexpert":{"reference":{"Enlarged Cardiomediastinum":null,"Cardiomegaly":null,"#))
        #expect(writer.text.split(separator: "null").count == 27)
        #expect(
            writer.text.hasSuffix(
                #""Support Devices":null,"No Finding":1}},"coverage":{"reference":0.75,"candidate":1},"signature":"s"}"#))
    }

    @Test(
        "A row has a cell for every column",
        arguments: [Set.all, [.kg], [.factuality], [.green, .crimson], [.lexical, .temporal], []] as [Set<ScorePart>])
    func csv(parts: Set<ScorePart>) {
        var writer = CSVWriter()
        let csv = ScoreCSV(parts: parts, signature: "s")
        csv.append(Self.score(), id: Array("a".utf8), to: &writer)
        let cells = writer.text.dropLast().split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells.count == csv.header.count)
        #expect(cells.first == "a")
        #expect(cells.last == "s" && csv.header.last == "signature")
        if let column = csv.header.firstIndex(of: "rouge_l") { #expect(cells[column] == "1") }
        if let column = csv.header.firstIndex(of: "significant_incorrect_location") { #expect(cells[column] == "1") }
        if let column = csv.header.firstIndex(of: "reference_coverage") { #expect(cells[column] == "0.75") }
        if let column = csv.header.firstIndex(of: "crimson") { #expect(cells[column] == "-0.3333") }
    }

    @Test("A summary has the agreed shape, with null for what two reports are needed for")
    func summary() {
        var summary = CorpusSummary(signature: "s")
        summary.add(Self.score())
        var writer = JSONWriter()
        ScoreSummaryJSON.append(summary, to: &writer)
        #expect(writer.text.hasPrefix(#"{"n":1,"signature":"s","metrics":{"kg_reward":{"mean":0.333333,"sd":null,"ci95":null},"#))
        #expect(
            writer.text.contains(
                #""errors_per_report":1,"error_free_rate":0,"chexpert_f1":{"micro_14":1,"macro_14":0.071429,"weighted_14":1,"#
                    + #""samples_14":1,"micro_5":0,"macro_5":0,"weighted_5":0,"samples_5":0,"accuracy_5":1,"uncertain":"positive","#
                    + #""per_label":{"Enlarged Cardiomediastinum":{"f1":0,"precision":0,"recall":0,"support":0},"#))
        #expect(
            writer.text.hasSuffix(
                #""No Finding":{"f1":1,"precision":1,"recall":1,"support":1}}},"#
                    + #""lexical":{"corpus_bleu_1":1,"corpus_bleu_2":1,"corpus_bleu_3":1,"corpus_bleu_4":1},"#
                    + #""coverage":{"mean":0.875,"low":1,"below":0.8}}"#))
    }

    @Test("A summary holds what was asked for")
    func summaryOfParts() {
        var summary = CorpusSummary(signature: "s", parts: [.temporal])
        summary.add(Self.score())
        var writer = JSONWriter()
        ScoreSummaryJSON.append(summary, to: &writer)
        #expect(
            writer.text == #"{"n":1,"signature":"s","metrics":{"temporal_f1":{"mean":0,"sd":null,"ci95":null}},"#
                + #""coverage":{"mean":0.875,"low":1,"below":0.8}}"#)
    }
}
