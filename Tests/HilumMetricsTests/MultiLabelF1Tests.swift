import HilumMetrics
import HilumTestSupport
import Testing

@Suite struct MultiLabelF1Tests {
    /// A row a string, a digit a label, `-` for one that is left out.
    private func f1(_ candidate: [String], _ reference: [String]) -> MultiLabelF1 {
        var f1 = MultiLabelF1(labelCount: candidate.first?.count ?? 0)
        for (candidate, reference) in zip(candidate, reference) {
            f1.add(candidate: cells(candidate), reference: cells(reference))
        }
        return f1
    }

    private func cells(_ row: String) -> [Bool?] { row.map { $0 == "-" ? nil : $0 == "1" } }

    struct Case: Sendable {
        var candidate: [String]
        var reference: [String]
        /// Micro, macro, weighted, samples, exact match.
        var averages: [Double]
        var f1: [Double]
        var precision: [Double]
        var recall: [Double]
    }

    // scikit-learn 1.9.1: f1_score, precision_score and recall_score with zero_division=0, accuracy_score.
    static let cases = [
        Case(
            candidate: "10110 11111 10010 01010 01010 01101 10010 01001 00010 00111 01010 01010".rows,
            reference: "10110 11110 00001 00010 00010 01001 11010 00000 10000 10101 01010 11100".rows,
            averages: [0.6792452830188679, 0.6676190476190476, 0.6728174603174604, 0.5740740740740741, 0.16666666666666666],
            f1: [0.6, 0.6666666666666666, 0.75, 0.75, 0.5714285714285714],
            precision: [0.75, 0.5714285714285714, 0.75, 0.6, 0.5], recall: [0.5, 0.8, 0.75, 1, 0.6666666666666666]),
        Case(
            candidate: "1001 0001 1010 1010 1001 1000 0000 1000 0001".rows,
            reference: "1001 0000 1010 1001 1001 0000 1000 0000 0001".rows,
            averages: [0.7272727272727273, 0.5359848484848485, 0.7303030303030303, 0.5, 0.4444444444444444],
            f1: [0.7272727272727273, 0, 0.6666666666666666, 0.75], precision: [0.6666666666666666, 0, 0.5, 0.75],
            recall: [0.8, 0, 1, 0.75]),
        Case(
            candidate: "1001 0101 1010 0001 0000 0000".rows, reference: "0000 0000 0000 0000 0000 0000".rows,
            averages: [0, 0, 0, 0, 0.3333333333333333], f1: [0, 0, 0, 0], precision: [0, 0, 0, 0], recall: [0, 0, 0, 0]),
    ]

    @Test("Averages are those of scikit-learn", arguments: cases)
    func parity(case: Case) {
        let f1 = f1(`case`.candidate, `case`.reference)
        let averages = [f1.micro, f1.macro, f1.weighted, f1.samples ?? -1, f1.exactMatch ?? -1]
        for (value, expected) in zip(averages, `case`.averages) { #expect(abs(value - expected) < 1e-12) }
        for (label, counts) in f1.labels.enumerated() {
            #expect(abs(counts.f1 - `case`.f1[label]) < 1e-12)
            #expect(abs(counts.precision - `case`.precision[label]) < 1e-12)
            #expect(abs(counts.recall - `case`.recall[label]) < 1e-12)
            #expect(counts.support == `case`.reference.count { cells($0)[label] == true })
        }
        #expect(f1.n == `case`.candidate.count)
    }

    @Test("What is left out counts nowhere, and a row without labels left is no row")
    func leftOut() {
        let masked = f1(["1-0", "11-", "0-1", "---"], ["110", "-10", "001", "111"])
        // Labels: (1,1) (0,0) | (1,1) | (0,0) (1,1).
        #expect(masked.labels.map(\.truePositives) == [1, 1, 1])
        #expect(masked.labels.map(\.trueNegatives) == [1, 0, 1])
        #expect(masked.n == 3)
        #expect(masked.exactMatch == 1 && masked.samples == 1 && masked.micro == 1)
    }

    @Test("Without rows only the averages over labels are 0; those over rows are none")
    func empty() {
        let empty = MultiLabelF1(labelCount: 3)
        #expect(empty.micro == 0 && empty.macro == 0 && empty.weighted == 0)
        #expect(empty.samples == nil && empty.exactMatch == nil)
        #expect(MultiLabelF1(labelCount: 0).macro == 0)
    }

    @Test("Order and division of the rows make no difference", arguments: 0..<20 as Range<UInt64>)
    func merging(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<40).map { _ in
            (0..<2).map { _ in (0..<6).map { _ in [true, false, nil].randomElement(using: &generator) ?? nil } }
        }
        var whole = MultiLabelF1(labelCount: 6)
        for row in rows { whole.add(candidate: row[0], reference: row[1]) }
        var first = MultiLabelF1(labelCount: 6)
        var second = MultiLabelF1(labelCount: 6)
        for row in rows[..<13].reversed() { first.add(candidate: row[0], reference: row[1]) }
        for row in rows[13...] { second.add(candidate: row[0], reference: row[1]) }
        second.merge(first)
        #expect(second == whole)
        #expect(second.samples == whole.samples)
        // Which side is which makes no difference to F1, apart from what weighs.
        var swapped = MultiLabelF1(labelCount: 6)
        for row in rows { swapped.add(candidate: row[1], reference: row[0]) }
        #expect(swapped.micro == whole.micro && swapped.macro == whole.macro && swapped.exactMatch == whole.exactMatch)
    }

    @Test(
        "The uncertain policy says what -1 counts as",
        arguments: [
            (.positive, [true, false, true, false]), (.negative, [true, false, false, false]),
            (.ignore, [true, false, nil, false]),
        ] as [(UncertainPolicy, [Bool?])])
    func uncertain(policy: UncertainPolicy, binary: [Bool?]) {
        #expect([.positive, .negative, .uncertain, nil].map(policy.binary) == binary)
    }
}

extension String {
    fileprivate var rows: [String] { split(separator: " ").map(String.init) }
}
