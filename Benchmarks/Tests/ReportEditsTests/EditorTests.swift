import Testing

@testable import ReportEdits

@Suite("Edits of reports")
struct EditorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var kind: EditKind
        var findings: String
        var edited: [String]

        init(_ kind: EditKind, _ findings: String, _ edited: String...) {
            self.kind = kind
            self.findings = findings
            self.edited = edited
        }

        var testDescription: String { "\(kind.rawValue): \(findings)" }
    }

    /// What an edit makes where it leaves nothing to chance.
    private static let certain = [
        Case(.omitFinding, "Small left effusion. Heart size is normal.", "Heart size is normal."),
        Case(.omitFinding, "1. Scoliosis. 2. Hiatal hernia.", "1. Hiatal hernia.", "1. Scoliosis."),
        Case(.omitFinding, "Mild cardiomegaly and a small left effusion.", "Mild cardiomegaly."),
        Case(.swapSide, "There is a right-sided effusion.", "There is a left-sided effusion."),
        Case(.swapSide, "Left rib fracture.", "Right rib fracture."),
        Case(.swapAllSides, "Left basilar opacity with left effusion.", "Right basilar opacity with right effusion."),
        Case(.swapSite, "Nodule in the left upper lobe.", "Nodule in the left lower lobe."),
        Case(.swapSite, "Biapical scarring.", "Bibasilar scarring."),
        Case(.changeAllSeverities, "Small effusion with mild atelectasis.", "Large effusion with severe atelectasis."),
        Case(.changeMeasurement, "There is a 6 mm nodule in the right lung.", "There is a 18 mm nodule in the right lung."),
        Case(.dropComparison, "Stable cardiomegaly.", "Cardiomegaly."),
        Case(.dropComparison, "There is a new left effusion.", "There is a left effusion."),
        Case(.dropComparison, "Small effusion, unchanged from the prior exam.", "Small effusion."),
        Case(.dropComparison, "The left effusion is unchanged.", "The left effusion is present."),
        Case(.britishSpelling, "No edema. The fractures are visualized.", "No oedema. The fractures are visualised."),
        Case(.abbreviation, "Opacity in the left lower lobe.", "Opacity in the LLL."),
    ]

    @Test("An edit changes just what it is to change", arguments: certain)
    func changes(_ example: Case) {
        let editor = Editor(id: "1", findings: example.findings, impression: "")
        #expect(editor.edits(example.kind).map(\.edited) == example.edited)
    }

    /// Reports that would not say for sure what an edit changed.
    private static let ambiguous = [
        // Implied by what stays.
        Case(.omitFinding, "Small left effusion. Blunting of the left costophrenic angle."),
        Case(.omitFinding, "Left lower lobe infiltrate. This is unchanged."),
        Case(.omitFinding, "Possible small effusion."),
        Case(.omitFinding, "Left basilar atelectasis and effusion at the bases."),
        // No left middle lobe, and two sides.
        Case(.swapSide, "Right middle lobe opacity."),
        Case(.swapSide, "Left effusion. Right effusion."),
        Case(.swapSide, "Bilateral effusions, left greater than right."),
        Case(.swapAllSides, "The left lung is clear. Right effusion."),
        Case(.changeAllSeverities, "Mild cardiomegaly. No large effusion."),
        Case(.changeSeverity, "Small effusion. The effusion has increased and is now large."),
        Case(.addComparison, "Small effusion. No change since the prior study."),
        Case(.dropComparison, "Stable cardiomegaly. The chest is unchanged."),
        Case(.absentToPresent, "No effusion. The pleural spaces are free of fluid."),
        Case(.presentToAbsent, "Mild edema. Interstitial edema is seen."),
        Case(.sentenceOrder, "Left nodule. It measures 6 mm."),
        Case(.insertFinding, ""),
    ]

    @Test("An edit whose effect a report leaves open is not made", arguments: ambiguous)
    func leaves(_ example: Case) {
        #expect(Editor(id: "1", findings: example.findings, impression: "").edits(example.kind).isEmpty)
    }

    @Test(
        "A denial becomes an assertion, and the rest of its list stays denied",
        arguments: [
            ("No pneumothorax.", "pneumothorax", ""),
            ("There is no focal consolidation.", "focal consolidation", ""),
            ("No effusion or pneumothorax.", "", "No "),
            ("The lungs are clear without effusion, edema or pneumothorax.", "", "The lungs are clear without "),
        ])
    func assertion(_ findings: String, _ asserted: String, _ kept: String) throws {
        let edited = try #require(Editor(id: "1", findings: findings, impression: "").edits(.absentToPresent).first?.edited)
        #expect(edited.hasPrefix(kept) && (asserted.isEmpty || edited.contains(asserted)))
        let last = try #require(edited.split(separator: ". ").last)
        #expect(!last.lowercased().contains("no ") && (last.contains("There is") || last.contains(" is ")))
    }

    @Test("A finding is inserted only into a report that does not speak of it")
    func insertion() {
        let silent = Editor(id: "1", findings: "Thoracic scoliosis.", impression: "")
        #expect(silent.edits(.insertFinding).count == 3)
        let everything = Insertions.sentences.map { $0.body + "." }.joined(separator: " ")
        #expect(Editor(id: "1", findings: everything, impression: "").edits(.insertFinding).isEmpty)
    }

    @Test("Another order has the same sentences, and lists are numbered anew")
    func order() throws {
        let findings = "1. Scoliosis. 2. Hiatal hernia. 3. Emphysema. 4. Granuloma."
        let edited = try #require(Editor(id: "1", findings: findings, impression: "").edits(.sentenceOrder).first?.edited)
        #expect(edited != findings)
        #expect(
            Set(ReportText(findings: edited, impression: "").findings.map(\.body)) == [
                "Scoliosis", "Hiatal hernia", "Emphysema", "Granuloma",
            ])
        #expect(ReportText(findings: edited, impression: "").findings.map(\.number) == [1, 2, 3, 4])
    }

    @Test("A report and a kind always give the same edits", arguments: EditKind.allCases)
    func determinism(_ kind: EditKind) {
        let make = { Editor(id: "7", findings: "Small left effusion. No pneumothorax.", impression: "Cardiomegaly.").edits(kind) }
        #expect(make() == make())
        let isOwn = make().allSatisfy { $0.original != $0.edited && $0.kind == kind }
        #expect(isOwn)
    }

    @Test("What is charged one way is charged in reverse the other way")
    func mirror() {
        for kind in EditKind.allCases {
            let charged = kind.charged
            #expect(charged?.mirrored.mirrored == charged)
        }
    }
}
