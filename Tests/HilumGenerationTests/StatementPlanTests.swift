import Testing

@testable import HilumGeneration

@Suite struct StatementPlanTests {
    /// Outputs with statements of these thresholds, of which the named pairs exclude each other.
    private func outputs(_ thresholds: [Double], excluding pairs: [(Int, Int)] = []) -> FindingOutputs {
        let plain = FindingOutputs.Calibration(scale: 1, shift: 0)
        let statements = thresholds.enumerated().map { index, threshold in
            FindingOutputs.Statement(
                text: "statement \(index)", threshold: threshold,
                excludes: pairs.compactMap { $0.0 == index ? $0.1 : $0.1 == index ? $0.0 : nil })
        }
        return FindingOutputs(
            findings: .init(names: [], calibration: plain), nih: .init(names: [], calibration: plain), statements: statements,
            statementCalibration: plain, lateralShare: 0.5, noRadiographLimit: 1)
    }

    @Test("Statements are made from their threshold on, in the order of the list") func threshold() {
        #expect(outputs([0.5, 0.2, 0.9]).plan([0.5, 0.3, 0.89]) == [0, 1])
    }

    @Test("Of two that exclude each other the one that exceeds its threshold more is made, as odds go") func exclusion() {
        #expect(outputs([0.5, 0.1], excluding: [(0, 1)]).plan([0.6, 0.3]) == [1])
        #expect(outputs([0.5, 0.1], excluding: [(0, 1)]).plan([0.9, 0.12]) == [0])
    }

    @Test("Of equals the earlier one is made") func ties() {
        #expect(outputs([0.4, 0.4], excluding: [(0, 1)]).plan([0.7, 0.7]) == [0])
    }

    @Test("What is excluded by a statement that is not made is made") func chain() {
        #expect(outputs([0.1, 0.2, 0.3], excluding: [(0, 1), (1, 2)]).plan([0.9, 0.8, 0.7]) == [0, 2])
    }

    @Test("Where no statement reaches its threshold the nearest one is made") func none() {
        #expect(outputs([0.5, 0.5, 0.5]).plan([0.1, 0.3, 0.2]) == [1])
    }

    @Test("Certainty is no division by zero", arguments: [0.0, 1.0]) func certain(probability: Double) {
        #expect(outputs([0.5]).plan([probability]) == [0])
    }
}
