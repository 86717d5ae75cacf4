import HilumExtraction
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
            coverage: CoveragePair(reference: 0.75, candidate: 1))
    }

    @Test("A pair is one JSON object of the agreed shape")
    func json() {
        var writer = JSONWriter()
        ScoreJSON(parts: [.kg, .factuality, .green, .crimson]).append(Self.score(), id: Array("a".utf8), to: &writer)
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
                + #""crimson":-0.3333,"coverage":{"reference":0.75,"candidate":1}}"#)
    }

    @Test("CheXpert labels are written all 14, null where nothing is said")
    func labels() {
        var writer = JSONWriter()
        ScoreJSON(parts: [.chexpert]).append(Self.score(), id: [], to: &writer)
        #expect(
            writer.text.hasPrefix(#"{"id":"","chexpert":{"reference":{"Enlarged Cardiomediastinum":null,"Cardiomegaly":null,"#))
        #expect(writer.text.split(separator: "null").count == 27)
        #expect(writer.text.hasSuffix(#""Support Devices":null,"No Finding":1}},"coverage":{"reference":0.75,"candidate":1}}"#))
    }

    @Test(
        "A row has a cell for every column", arguments: [Set(ScorePart.allCases), [.kg], [.factuality], [.green, .crimson], []])
    func csv(parts: Set<ScorePart>) {
        var writer = CSVWriter()
        let csv = ScoreCSV(parts: parts)
        csv.append(Self.score(), id: Array("a".utf8), to: &writer)
        let cells = writer.text.dropLast().split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells.count == csv.header.count)
        #expect(cells.first == "a")
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
                #""No Finding":{"f1":1,"precision":1,"recall":1,"support":1}}},"coverage":{"mean":0.875,"low":1,"below":0.8}}"#))
    }
}
