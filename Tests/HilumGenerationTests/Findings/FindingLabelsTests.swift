import Hilum
import HilumGeneration
import Testing

@Suite struct FindingLabelsTests {
    private static let fourteen = CheXpertLabel.allCases.map(\.rawValue)
    private static let chestXray14 = [
        "Atelectasis", "Cardiomegaly", "Effusion", "Infiltration", "Mass", "Nodule", "Pneumonia", "Pneumothorax", "Consolidation",
        "Edema", "Emphysema", "Fibrosis", "Pleural_Thickening", "Hernia",
    ]

    /// - Parameter columns: of CheXpert's set if they are its 14.
    private func text(_ values: [String: String], of columns: [String]) throws -> String {
        let set: LabelSet = columns == Self.fourteen ? .chexpert : .nih
        let labels = try FindingLabels(set, columns: ["id"] + columns, phrases: Bundled.phrases)
        return try labels.findings(in: labels.columns.map { Array((values[$0] ?? "").utf8) }).text
    }

    @Test("CheXpert's labels are present, absent, uncertain or not mentioned")
    func chexpert() throws {
        let values = ["Pleural Effusion": "1.0", "Pneumothorax": "0", "Pneumonia": "-1", "Support Devices": "1"]
        #expect(
            try text(values, of: Self.fourteen)
                == "possible pneumonia; no pneumothorax; pleural effusion; medical device")
        #expect(try text(["No Finding": "1"], of: Self.fourteen) == "no cardiopulmonary abnormality")
        #expect(try text(["No Finding": "0"], of: Self.fourteen) == "")
        #expect(try text([:], of: Self.fourteen) == "")
    }

    @Test("What is made of CheXpert's labels has these labels", arguments: CheXpertLabel.allCases)
    func backAgain(label: CheXpertLabel) throws {
        for value in [LabelValue.positive, .negative, .uncertain] where label != .noFinding {
            let text = try text([label.rawValue: String(value.rawValue)], of: Self.fourteen)
            let labels = CheXpertLabels(of: Bundled.hilum.extract(text))
            #expect(labels[label] == value, "\(text)")
        }
    }

    @Test("A denied label leaves room for a kind of it that is stated")
    func kinds() throws {
        #expect(try text(["Lung Opacity": "0", "Atelectasis": "1"], of: Self.fourteen) == "atelectasis")
    }

    @Test("NIH's labels stand in a column each, or in one")
    func nih() throws {
        #expect(try text(["Cardiomegaly": "1", "Hernia": "0"], of: Self.chestXray14) == "cardiomegaly; no hiatal hernia")
        for column in ["Finding Labels", "labels"] {
            #expect(try text([column: "Cardiomegaly|Effusion"], of: [column]) == "cardiomegaly; pleural effusion")
            #expect(try text([column: "Pleural_Thickening"], of: [column]) == "pleural thickening")
            #expect(try text([column: "No Finding"], of: [column]) == "no cardiopulmonary abnormality")
            #expect(try text([column: ""], of: [column]) == "")
        }
    }

    @Test(
        "Other values are refused with their column",
        arguments: [
            (["Cardiomegaly": "2"], fourteen, "Cardiomegaly"), (["Edema": "yes"], fourteen, "Edema"),
            (["Hernia": "-1"], chestXray14, "Hernia"), (["labels": "Cardiomegaly|Sadness"], ["labels"], "labels"),
            (["No Finding": "1", "Edema": "1"], fourteen, "No Finding"), (["labels": "No Finding|Edema"], ["labels"], "labels"),
        ])
    func refused(values: [String: String], columns: [String], column: String) {
        #expect {
            _ = try text(values, of: columns)
        } throws: { ($0 as? CellError)?.column == column }
    }

    @Test("Columns of another set beside them are left alone")
    func both() throws {
        let columns = Self.chestXray14 + Self.fourteen + ["labels"]
        for (set, own) in [(LabelSet.chexpert, Self.fourteen), (.nih, Self.chestXray14 + ["No Finding"])] {
            let labels = try FindingLabels(set, columns: columns, phrases: Bundled.phrases)
            #expect(Set(labels.columns) == Set(own))
        }
    }

    @Test(
        "A table without the columns of a set is refused with what it lacks",
        arguments: [
            (LabelSet.nih, chestXray14.filter { $0 != "Hernia" }, ["Hernia", "No Finding"]),
            (.chexpert, fourteen.filter { $0 != "Edema" } + chestXray14.filter { $0 != "Edema" }, ["Edema"]),
            // A column of lists is of NIH's.
            (.chexpert, fourteen.filter { $0 != "Edema" } + ["labels"], ["Edema"]),
        ])
    func missing(set: LabelSet, columns: [String], missing: [String]) {
        #expect(throws: MissingLabels(set: set, columns: missing)) {
            try FindingLabels(set, columns: columns, phrases: Bundled.phrases)
        }
    }
}
