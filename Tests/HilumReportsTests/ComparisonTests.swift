import HilumOntology
import HilumReports
import HilumScoring
import HilumTestSupport
import Testing

@Suite("Comparison of scored reports")
struct ComparisonTests {
    static func read(_ text: String, type: String) throws -> ScoredReports {
        let folder = try TemporaryFolder()
        return try ScoredReports(path: try folder.file("scores.\(type)", text))
    }

    /// Two reports: an edema that the candidate is sure of where the reference is not, and one on which both agree.
    static func labelled(candidate: [Double?], signature: String) -> ScoredReports {
        var scores = ScoredReports(file: "labels")
        scores.add(signature: signature)
        for (index, reference) in [-1.0, 1].enumerated() {
            scores.append(id: [UInt8(ascii: "a") + UInt8(index)])
            for label in CheXpertLabel.allCases {
                scores.set(label == .edema ? reference : nil, of: "reference \(label.rawValue)")
                scores.set(label == .edema ? candidate[index] : nil, of: "candidate \(label.rawValue)")
            }
        }
        return scores
    }

    @Test(
        "CheXpert F1 counts uncertain labels as the signature of the scores says; by hand: TP, FP, FN of edema",
        arguments: [
            // The first report is TP; FP; left out.
            ("hilum:0|chexpert-uncertain:positive|sd:sample", 1.0), ("chexpert-uncertain:negative", 2.0 / 3),
            ("chexpert-uncertain:ignore", 1), ("", 1),
        ])
    func uncertain(signature: String, f1: Double) throws {
        let both = Self.labelled(candidate: [1, 1], signature: signature)
        let second = Self.labelled(candidate: [1, 0], signature: signature)
        let metrics = try ComparisonPlan([both, second]).comparison().systems[0].metrics
        let micro = try #require(metrics.first { $0.metric.name == "chexpert_f1_micro_14" })
        #expect(abs(try #require(micro.result.baseline).value - f1) < 1e-12)
        // Without the second report's label the reference's is missed.
        let missed = ["chexpert-uncertain:negative": 0, "chexpert-uncertain:ignore": 0][signature] ?? 2.0 / 3
        #expect(abs(try #require(micro.result.candidate).value - missed) < 1e-12)
        let macro = try #require(metrics.first { $0.metric.name == "chexpert_f1_macro_14" })
        #expect(abs(try #require(macro.result.baseline).value - f1 / 14) < 1e-12)
    }

    @Test("Columns of numbers are those without other text; blanks, null and NaN are undefined")
    func columns() throws {
        let csv = try Self.read("id,s,t,word\na,1, 2.5 ,x\nb,,NaN,3\nc,-1e3,0x,4\n", type: "csv")
        #expect(csv.columns == ["s"])
        #expect((0..<3).map { csv.value(of: "s", at: $0) } == [1, nil, -1_000])
        #expect(csv.ids == ["a", "b", "c"].map { Array($0.utf8) })
        let lines = try Self.read(
            #"{"id":1,"a":{"b":{"c":2}},"s":"3","n":null,"flag":true,"list":[1]}"# + "\n", type: "jsonl")
        #expect(lines.columns == ["a_b_c", "s", "n"])
        #expect(lines.value(of: "a_b_c", at: 0) == 2)
        #expect(lines.value(of: "s", at: 0) == 3)
        #expect(lines.value(of: "n", at: 0) == nil)
        #expect(!lines.hasNumber(in: "n"))
    }

    @Test("Scores that only some files have are told and not compared")
    func notes() throws {
        let first = try Self.read("green,crimson\n1,0\n0,1\n", type: "csv")
        let second = try Self.read("green\n1\n1\n", type: "csv")
        let comparison = try ComparisonPlan([first, second]).comparison()
        #expect(comparison.systems[0].metrics.map(\.metric.name) == ["green"])
        #expect(comparison.notes.contains("not in every file, and not compared: crimson"))
        #expect(comparison.notes.contains { $0.contains("smallest possible p is 1") })
    }

    @Test(
        "Numbers are written in as many digits as they need",
        arguments: [(0.0625, "0.0625"), (1, "1"), (0.42, "0.42"), (0.4196, "0.42"), (0.000030517578125, "0.0000305"), (0, "0")])
    func digits(value: Double, text: String) {
        #expect(value.shortest == text)
    }

    @Test("A table calls files by their last part, unless two are called the same")
    func names() {
        let files = ["x/a.csv", "x/b.csv", "y/b.csv", "standard input"]
        #expect(files.map { SystemName.short($0, among: files) } == ["a", "x/b.csv", "y/b.csv", "standard input"])
    }
}
