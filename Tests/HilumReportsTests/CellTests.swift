import HilumMetrics
import HilumReports
import HilumTestSupport
import Testing

@Suite("Cells of boxes")
struct BoxCellTests {
    @Test(
        "Boxes are JSON or plain numbers; blank is none",
        arguments: [
            ("", []), ("  ", []), ("null", []), ("[]", []), ("[[]]", nil), ("[1,2,3,4]", [[1, 2, 3, 4]]),
            ("[[1,2,3,4]]", [[1, 2, 3, 4]]), ("[[1,2,3,4],[0.5,0,1,1e1]]", [[1, 2, 3, 4], [0.5, 0, 1, 10]]),
            ("1 2 3 4", [[1, 2, 3, 4]]), ("1, 2,3 ,4", [[1, 2, 3, 4]]), ("1 2 3 4; 5 6 7 8", [[1, 2, 3, 4], [5, 6, 7, 8]]),
            ("1 2 3", nil), ("1 2 3 4 5", nil), ("1 2 3 x", nil), ("nan 0 1 1", nil), ("[1,2,3]", nil), ("[1,2,3,\"4\"]", nil),
            ("[[1,2,3,4],5]", nil), ("[[1,2,3,4]", nil), ("{\"x\":1}", nil), ("[[1,2,3,[4]]]", nil), ("[1,2,1,4]", nil),
            ("[3,2,1,4]", nil), ("[0,0,1e999,1]", nil),
        ] as [(String, [[Double]]?)])
    func boxes(cell: String, corners: [[Double]]?) throws {
        guard let corners else {
            #expect(throws: CellError.self) { try BoxCell.boxes(in: Array(cell.utf8), format: .xyxy, column: "box") }
            return
        }
        let boxes = try BoxCell.boxes(in: Array(cell.utf8), format: .xyxy, column: "box")
        #expect(boxes.map { [$0.x1, $0.y1, $0.x2, $0.y2] } == corners)
    }

    @Test("Messages name the column and the box, and quote nothing")
    func message() {
        #expect(throws: CellError(column: "b", reason: "box 2: the box has no area")) {
            try BoxCell.boxes(in: Array("[[0,0,1,1],[5,5,5,6]]".utf8), format: .xyxy, column: "b")
        }
        #expect(throws: CellError(column: "b", reason: "part 2 is no number; four numbers a box are expected")) {
            try BoxCell.boxes(in: Array("1 secret 3 4".utf8), format: .xyxy, column: "b")
        }
    }
}

@Suite("Cells of labels")
struct LabelCellTests {
    @Test(
        "Values are those of CheXpert's files",
        arguments: [
            ("1", .positive), ("1.0", .positive), (" 0 ", .negative), ("-1.0", .uncertain), ("true", .positive),
            ("false", .negative), ("", nil), ("null", nil),
        ] as [(String, LabelValue?)])
    func values(cell: String, value: LabelValue?) throws {
        #expect(try LabelCell.value(of: Array(cell.utf8), column: "c") == value)
    }

    @Test("Other values are refused", arguments: ["2", "0.5", "yes", "nan", "1 0", "-"])
    func refusedValues(cell: String) {
        #expect(throws: CellError.self) { try LabelCell.value(of: Array(cell.utf8), column: "c") }
    }

    @Test("Probabilities lie from 0 to 1", arguments: ["-0.1", "1.01", "nan", "inf", "", " ", "high", "true", "0.5 0.5"])
    func refusedProbabilities(cell: String) throws {
        #expect(throws: CellError.self) { try LabelCell.probability(of: Array(cell.utf8), column: "c") }
        #expect(try LabelCell.probability(of: Array(" 0.25\t".utf8), column: "c") == 0.25)
    }

    @Test("Objects give cells; other JSON is refused")
    func members() throws {
        let cells = try LabelCell.members(of: Array(#"{"Edema": 1, "Mass": null, "Rib": false, "Hila": "0"}"#.utf8), column: "c")
        #expect(cells.map(\.label) == ["Edema", "Mass", "Rib", "Hila"])
        #expect(cells.map { String(decoding: $0.cell, as: UTF8.self) } == ["1", "", "false", "0"])
        #expect(try LabelCell.members(of: [], column: "c").isEmpty)
        #expect(try LabelCell.members(of: Array("null".utf8), column: "c").isEmpty)
        for wrong in ["[1]", "1", "{\"a\":[1]}", "{\"a\":1,\"a\":0}", "{"] {
            #expect(throws: CellError.self) { try LabelCell.members(of: Array(wrong.utf8), column: "c") }
        }
    }
}

@Suite("Files of CheXpert labels")
struct LabelFileTests {
    private static let header =
        "Report Impression,Edema,Enlarged Cardiomediastinum,Cardiomegaly,Lung Opacity,Lung Lesion,Consolidation,Pneumonia,"
        + "Atelectasis,Pneumothorax,Pleural Effusion,Pleural Other,Fracture,Support Devices,No Finding"

    private func row(id: String, number: Int) -> Row { Row(id: Array(id.utf8), number: number, line: number + 1, cells: []) }

    @Test("Rows are told by their order where there is no column of ids, labels by their names")
    func order() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(
            "labels.csv", Self.header + "\n\"Mild edema, no effusion.\",1.0,,,,,,,,,0.0,,,,\n,,,,,,,,,,,,,-1.0,\n")
        let labels = try LabelFile(path: path, id: "id")
        #expect(labels.expectedCount == 2)
        let first = try #require(labels[row(id: "z", number: 1)])
        #expect(first[.edema] == .positive && first[.pleuralEffusion] == .negative && first[.noFinding] == nil)
        #expect(labels[row(id: "z", number: 2)]?[.supportDevices] == .uncertain)
        #expect(labels[row(id: "z", number: 3)] == nil)
    }

    @Test("Rows are told by their ids where there are any")
    func ids() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(
            "labels.csv", "study," + Self.header + "\nb,,1,,,,,,,,,,,,,\na,,0,,,,,,,,,,,,,\n")
        let labels = try LabelFile(path: path, id: "study")
        #expect(labels.expectedCount == nil)
        #expect(labels[row(id: "a", number: 1)]?[.edema] == .negative)
        #expect(labels[row(id: "b", number: 2)]?[.edema] == .positive)
        #expect(labels[row(id: "c", number: 1)] == nil)
    }

    @Test("A label without a column, and a value that is none, are errors")
    func errors() throws {
        let folder = try TemporaryFolder()
        let short = try folder.file("short.csv", "Edema\n1\n")
        #expect(throws: InputError.self) { try LabelFile(path: short, id: nil) }
        let wrong = try folder.file("wrong.csv", Self.header + "\n,0.7,,,,,,,,,,,,,\n")
        let problem = InputError.Problem.invalidCell(
            line: 2, column: "Edema", reason: "the value of a label is 1, 0, -1 or blank")
        #expect(throws: InputError(file: wrong, problem: problem)) { try LabelFile(path: wrong, id: nil) }
    }
}
