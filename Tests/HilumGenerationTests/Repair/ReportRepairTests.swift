import Hilum
import HilumGeneration
import Testing

@Suite struct ReportRepairTests {
    private let repair = ReportRepair(phrases: Bundled.phrases)

    private func report(_ text: String, saying findings: String) throws -> RepairedReport {
        repair.report(from: text, saying: try FindingList(reading: findings, phrases: Bundled.phrases))
    }

    /// How much of what was asked a report says, 0–1.
    private func f1(of report: RepairedReport, saying asked: String) -> Double {
        Bundled.hilum.score(candidate: report.text, reference: asked, parts: [.kg]).kg.f1
    }

    @Test("A report that says what was asked stays as it is")
    func kept() throws {
        let text = "The heart size is normal. There is a small left pleural effusion. No pneumothorax is seen."
        let findings = "no pneumothorax; small left pleural effusion; normal heart size"
        let report = try report(text, saying: findings)
        #expect(report.text == text)
        #expect(report.added.isEmpty && report.dropped.isEmpty && report.leftovers.isEmpty)
        #expect(f1(of: report, saying: findings) == 1)
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
            (
                "Small bilateral pleural effusions with small effusions and small pleural effusions.",
                "small bilateral pleural effusions", "Small bilateral pleural effusions."
            ),
            // It breaks off.
            ("Scoliosis and.", "scoliosis", "Scoliosis."),
            // No finding, not understood, not of this examination.
            ("Hocus pocus. Clear lungs. History of pneumonia.", "clear lungs", "Clear lungs."),
            ("", "no pneumothorax; no pleural effusion; cardiomegaly", "No pleural effusion or pneumothorax. Cardiomegaly."),
            ("Cardiomegaly.", "", ""),
        ])
    func repaired(text: String, findings: String, repaired: String) throws {
        let report = try report(text, saying: findings)
        #expect(report.text == repaired)
        #expect(report.leftovers.isEmpty && f1(of: report, saying: findings) == 1)
    }

    @Test("What is dropped comes with what it says that was not asked")
    func unasked() throws {
        let report = try report("Severe cardiomegaly. Clear lungs.", saying: "clear lungs; mild cardiomegaly")
        #expect(report.kept == ["Clear lungs."] && report.added == ["Mild cardiomegaly."])
        #expect(
            report.dropped == [RepairedReport.Dropped(sentence: "Severe cardiomegaly.", reason: "not asked: severe cardiomegaly")]
        )
    }

    @Test(
        "or with what else is wrong with it",
        arguments: [
            ("Scoliosis. There is scoliosis.", "There is scoliosis.", "says what is said before"),
            ("Scoliosis, scoliosis.", "Scoliosis, scoliosis.", "says a finding more than once"),
            ("History of pneumonia. Scoliosis.", "History of pneumonia.", "says something that is no finding"),
            ("Scoliosis and.", "Scoliosis and.", "breaks off"), ("Scoliosis in the,", "Scoliosis in the,.", "breaks off"),
            ("Scoliosis with", "Scoliosis with.", "breaks off"), ("Scoliosis is.", "Scoliosis is.", "breaks off"),
        ])
    func reasons(text: String, sentence: String, reason: String) throws {
        let report = try report(text, saying: "scoliosis")
        #expect(report.dropped == [RepairedReport.Dropped(sentence: sentence, reason: reason)])
        #expect(report.text.contains("Scoliosis."))
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
            let text = ["", other, own, "\(other) \(own)"][index % 4]
            let report = repair.report(from: text, saying: asked)
            sum += f1(of: report, saying: asked.text)
            #expect(report == repair.report(from: text, saying: asked))
            let said = Bundled.list(report.text).entries.map(\.finding)
            // What it says adds nothing to what was asked, whatever the phrases of these read as.
            let all = FindingList(asked.entries.map(\.finding) + said, phrases: Bundled.phrases)
            #expect(all == asked, "\(asked.text): \(report.text)")
            #expect(Bundled.hilum.extract(report.text).observations.count == said.count, "\(report.text)")
            let unsaid = asked.entries.filter { !$0.isExact }.map(\.phrase)
            #expect(Set(report.leftovers).isSuperset(of: unsaid))
            #expect(repair.report(from: report.text, saying: asked).text == report.text, "\(report.text)")
        }
        #expect(sum / 24 >= 0.97)
    }
}
