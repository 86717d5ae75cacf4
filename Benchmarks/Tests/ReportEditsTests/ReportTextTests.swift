import Testing

@testable import ReportEdits

@Suite("Reports as sentences")
struct ReportTextTests {
    @Test(
        "Sentences and the numbers of lists are told apart",
        arguments: [
            ("No effusion. Heart is normal.", ["No effusion.", "Heart is normal."]),
            ("1. A 1.5 cm nodule. 2. Scoliosis", ["1. A 1.5 cm nodule.", "2. Scoliosis."]),
            ("Seen by Dr. Miller. Clear lungs.", ["Seen by Dr. Miller.", "Clear lungs."]),
            ("Effusion at the\nleft base.", ["Effusion at the left base."]),
            ("", []),
        ])
    func sentences(_ text: String, _ expected: [String]) {
        #expect(ReportText(findings: text, impression: "").findings.map(\.text) == expected)
    }

    @Test("The sections stand on lines of their own")
    func text() {
        #expect(ReportText(findings: "Clear lungs.", impression: "Normal.").text == "Clear lungs.\nNormal.")
        #expect(ReportText(findings: "", impression: "Normal.").text == "Normal.")
    }

    @Test("A list closes up where an item is taken out")
    func removal() {
        var report = ReportText(findings: "", impression: "1. Scoliosis. 2. Effusion. It is new. 3. Hernia.")
        report.remove(at: 0)
        #expect(report.text == "1. Effusion. It is new. 2. Hernia.")
        report.remove(at: 0)
        #expect(report.text == "1. It is new. 2. Hernia.")
    }
}
