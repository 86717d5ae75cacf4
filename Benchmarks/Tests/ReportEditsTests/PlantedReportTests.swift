import ReportEdits
import Testing

@Suite("Findings put into reports to be edited")
struct PlantedReportTests {
    private func planted(_ finding: PlantedFinding, _ findings: String) -> PlantedReport? {
        PlantedReport(finding, in: Editor(id: "7", findings: findings, impression: ""))
    }

    @Test("Each kind of edit changes the planted sentence alone, in one way", arguments: PlantedFinding.allCases)
    func edits(_ finding: PlantedFinding) throws {
        let report = try #require(planted(finding, "Small left nodule. The heart is mildly enlarged. Normal spine."))
        for kind in PlantedReport.kinds {
            let edits = report.edits(kind)
            #expect(edits.count == 1, "\(kind.rawValue)")
            for edit in edits {
                let kept = edit.edited.contains("Small left nodule. ") && edit.edited.contains("The heart is mildly enlarged. ")
                #expect(kept, "\(kind.rawValue)")
                #expect(edit.original.contains("\(finding.rawValue)."))
                #expect(edit.edited.contains(finding.rawValue) == (kind != .omitFinding))
            }
        }
    }

    @Test("A report that speaks of the finding is left alone")
    func spokenOf() {
        #expect(planted(.pneumothorax, "No pneumothorax. Normal heart.") == nil)
        #expect(planted(.effusion, "Blunted left costophrenic angle.") == nil)
        #expect(planted(.thickening, "Pleural plaques.") == nil)
    }

    @Test("The same report is planted in the same way")
    func choice() throws {
        let one = try #require(planted(.effusion, "Normal heart. Clear lungs."))
        let other = try #require(planted(.effusion, "Normal heart. Clear lungs."))
        #expect(PlantedReport.kinds.flatMap(one.edits) == PlantedReport.kinds.flatMap(other.edits))
    }
}
