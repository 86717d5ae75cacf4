import HilumGeneration
import Testing

@Suite struct ReportRepairTests {
    private let repair = ReportRepair(phrases: Bundled.phrases)

    private func report(_ text: String, saying findings: String) throws -> RepairedReport {
        repair.report(from: text, saying: try FindingList(reading: findings, phrases: Bundled.phrases))
    }

    @Test("A report that says what was asked stays as it is")
    func kept() throws {
        let text = "The heart size is normal. There is a small left pleural effusion. No pneumothorax is seen."
        let report = try report(text, saying: "no pneumothorax; small left pleural effusion; normal heart size")
        #expect(report.text == text)
        #expect(report.added.isEmpty && report.dropped.isEmpty && report.leftovers.isEmpty && report.f1 == 1)
    }

    @Test(
        "What was not asked goes, and what is missing is added where reports have it",
        arguments: [
            // Another side, severity, status; a finding too many; a change that nobody stated.
            ("Small right pleural effusion.", "small left pleural effusion", "Small left pleural effusion."),
            ("Severe cardiomegaly.", "mild cardiomegaly", "Mild cardiomegaly."),
            ("Possible pneumonia.", "no pneumonia", "No pneumonia."),
            ("Cardiomegaly. Old rib fractures.", "cardiomegaly", "Cardiomegaly."),
            ("Cardiomegaly. No change since the prior study.", "cardiomegaly", "Cardiomegaly."),
            (
                "The lungs are clear. The bones are normal.", "clear lungs; normal heart size; normal bones",
                "The lungs are clear. Normal heart size. The bones are normal."
            ),
            // Of two at once, one is wrong.
            (
                "No pneumothorax or pleural effusion.", "no pneumothorax; left pleural effusion",
                "Left pleural effusion. No pneumothorax."
            ),
            // Said twice.
            (
                "No pneumothorax. There is no pneumothorax. Cardiomegaly.", "no pneumothorax; cardiomegaly",
                "No pneumothorax. Cardiomegaly."
            ),
            // No finding, not understood, not of this examination.
            ("Hocus pocus. Clear lungs. History of pneumonia.", "clear lungs", "Clear lungs."),
            ("", "no pneumothorax; no pleural effusion; cardiomegaly", "No pleural effusion or pneumothorax. Cardiomegaly."),
            ("Cardiomegaly.", "", ""),
        ])
    func repaired(text: String, findings: String, repaired: String) throws {
        let report = try report(text, saying: findings)
        #expect(report.text == repaired)
        #expect(report.leftovers.isEmpty && report.f1 == 1)
    }

    @Test("What is dropped comes with what it says that was not asked")
    func reasons() throws {
        let report = try report("Severe cardiomegaly. Clear lungs.", saying: "clear lungs; mild cardiomegaly")
        #expect(report.kept == ["Clear lungs."] && report.added == ["Mild cardiomegaly."])
        #expect(
            report.dropped == [RepairedReport.Dropped(sentence: "Severe cardiomegaly.", reason: "not asked: severe cardiomegaly")]
        )
    }

    /// Whatever is given: a report of other findings, of the same ones, or none.
    @Test("No report says what was not asked, none says a thing twice, and nearly all say everything", arguments: 0..<6)
    func law(seed: UInt64) throws {
        var sampler = FindingSampler(phrases: Bundled.phrases, seed: 100 + seed)
        var sum = 0.0
        for index in 0..<24 {
            let asked = sampler.next()
            let other = repair.report(from: "", saying: sampler.next()).text
            let own = repair.report(from: "", saying: asked).text
            let report = repair.report(from: ["", other, own, "\(other) \(own)"][index % 4], saying: asked)
            sum += report.f1
            #expect(report == repair.report(from: ["", other, own, "\(other) \(own)"][index % 4], saying: asked))
            let said = Bundled.list(report.text).entries.map(\.finding)
            let allowed = Set(asked.entries.flatMap { Bundled.list($0.phrase).entries.map(\.finding) })
            #expect(allowed.isSuperset(of: said), "\(asked.text): \(report.text)")
            #expect(Set(said).count == said.count)
            #expect(repair.report(from: report.text, saying: asked).text == report.text, "\(report.text)")
        }
        #expect(sum / 24 >= 0.97)
    }
}
