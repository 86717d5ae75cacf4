import HilumModel
import Testing

@testable import HilumGeneration

@Suite struct StudyReadingTests {
    private let features = FeatureMap(rows: 1, columns: 1, channels: 1, values: [1])

    /// One label, one statement, one label of NIH: rows frontal label, statement, lateral label, statement, NIH, lateral or not,
    /// no radiograph or one.
    private var outputs: FindingOutputs {
        let plain = FindingOutputs.Calibration(scale: 1, shift: 0)
        return FindingOutputs(
            findings: .init(names: ["label"], calibration: .init(scale: 2, shift: 1)),
            nih: .init(names: ["Label"], calibration: plain),
            statements: [.init(text: "statement", threshold: 0.5, excludes: [])], statementCalibration: plain, lateralShare: 0.25,
            noRadiographLimit: 1)
    }

    private func view(_ logits: [Float]) -> StudyReading.View {
        StudyReading.View(features: features, logits: logits, outputs)
    }

    private func logOdds(_ probability: Double) -> Double { FindingOutputs.logOdds(probability) }

    @Test("A frontal view answers by its own rows, calibrated") func frontal() {
        let study = StudyReading([view([3, 1, 7, 8, -2, -1, -3])], outputs)
        #expect(abs(logOdds(study.findings[0]) - 7) < 1e-6)
        #expect(abs(logOdds(study.statements[0]) - 1) < 1e-6)
        #expect(study.nih.map { abs(logOdds($0[0]) + 2) < 1e-6 } == true)
        #expect(study.row(ofStatement: 0, on: 0) == 1)
    }

    @Test("A lateral view alone answers by its own rows, and not NIH's labels") func lateral() {
        let study = StudyReading([view([3, 1, 2, 4, -2, 1, -3])], outputs)
        #expect(abs(logOdds(study.findings[0]) - 5) < 1e-6)
        #expect(abs(logOdds(study.statements[0]) - 4) < 1e-6)
        #expect(study.nih == nil)
        #expect(study.row(ofStatement: 0, on: 0) == 3)
    }

    @Test("The last row says how unlike a radiograph a view is") func outlier() {
        #expect(view([3, 1, 7, 8, -2, -1, -3]).noRadiographScore == -3)
        #expect(view([3, 1, 7, 8, -2, 1, 5]).noRadiographScore == 5)
    }

    @Test("The decoder is shown the frontal and the lateral view that are most like radiographs, in any order") func shown() {
        let views = [
            view([1, 0, 0, 0, 0, -1, 4]), view([2, 0, 0, 0, 0, -1, -3]), view([3, 0, 0, 0, 0, 1, 2]),
            view([4, 0, 0, 0, 0, 1, 1]),
        ]
        for order in [views, Array(views.reversed())] {
            #expect(StudyReading(order, outputs).shown.map { $0.logits[0] } == [2, 4])
        }
        #expect(StudyReading([views[2]], outputs).shown.map { $0.logits[0] } == [3])
    }

    @Test("Views of a kind are averaged, and the two kinds weighed, in any order") func several() {
        let views = [view([0, 2, 0, 0, 1, -1, -3]), view([0, 4, 0, 0, 3, -1, -3]), view([0, 0, 0, 7, 9, 1, -3])]
        for order in [views, Array(views.reversed())] {
            let study = StudyReading(order, outputs)
            #expect(abs(logOdds(study.statements[0]) - (0.75 * 3 + 0.25 * 7)) < 1e-6)
            #expect(study.nih.map { abs(logOdds($0[0]) - 2) < 1e-6 } == true)
        }
    }
}
