import HilumMetrics
import HilumReports
import HilumScoring
import HilumTestSupport
import Testing

@Suite("Checks against a baseline")
struct CheckPlanTests {
    private static let everything =
        try? Gate.standard + [
            Gate(.maxDrop, "chexpert_f1_micro_14=0"), Gate(.maxDrop, "chexpert_f1_macro_5=0"), Gate(.min, "kg_reward=0"),
        ]

    @Test(
        "pass for the reports of the baseline itself, with all differences exactly 0, even where the drop alone counts",
        arguments: 1...8)
    func own(seed: UInt64) throws {
        let reports = Made.random(30, seed: seed)
        let gates = try #require(Self.everything)
        let result = try Made.result(reports.reversed(), against: reports, gates, alpha: 1)
        #expect(result.hasPassed)
        #expect(result.gates.compactMap { $0.comparison?.result.difference?.value } == [0, 0, 0, 0])
        #expect([result.better, result.worse, result.mixed, result.same] == [0, 0, 0, 30])
        #expect(result.warnings.isEmpty && result.missing.isEmpty && result.added.isEmpty && result.regressions.isEmpty)
    }

    @Test("that fail by the drop alone still fail with one more report made worse", arguments: 1...20)
    func worse(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 100 + seed)
        let before = Made.random(12, seed: seed)
        var now = before
        for _ in 0..<6 { now[generator.index(below: 12)].reward = Double(generator.index(below: 1_001)) / 1_000 }
        let failed = try !Made.result(now, against: before, alpha: 1).hasPassed
        let victim = generator.index(below: 12)
        now[victim].reward *= 0.5
        now[victim].errors.append("another")
        let result = try Made.result(now, against: before, alpha: 1)
        #expect(!failed || !result.hasPassed)
        // One more error than the baseline makes is worse than it.
        #expect(!result.hasPassed)
    }

    /// So many reports with a reward of 0.5, and each changed.
    private static func shifted(_ changes: [Double]) -> (before: [Made.Report], now: [Made.Report]) {
        let before = changes.indices.map { Made.Report(id: "r\($0)", reward: 0.5) }
        return (before, zip(before, changes).map { Made.Report(id: $0.id, reward: $0.reward + $1) })
    }

    @Test(
        "fail where a drop is shown, pass where it may be chance or is allowed, and tell which",
        arguments: [
            // All 12 worse: p = 2/2¹², over two gates.
            ([Double](repeating: -0.1, count: 12), 0, .failed), ([Double](repeating: -0.1, count: 12), 0.1, .passed),
            ([Double](repeating: -0.1, count: 12), 0.0999, .failed), ([Double](repeating: 0.1, count: 12), 0, .passed),
            ([-0.2, 0.1, -0.2, 0.1, 0.1, -0.1, 0.1, -0.1], 0, .notShown), ([-0.1, -0.1, -0.1, 0, 0, 0], 0, .tooFew),
            ([-0.1, 0.1], 0, .passed),
        ] as [([Double], Double, GateResult.Verdict)])
    func verdicts(changes: [Double], allowed: Double, verdict: GateResult.Verdict) throws {
        let (before, now) = Self.shifted(changes)
        let gates = try [Gate(.maxDrop, "kg_reward=\(allowed)"), Gate(.maxDrop, "clinically_significant_errors=0")]
        let result = try Made.result(now, against: before, gates)
        #expect(result.gates.map(\.verdict) == [verdict, .passed])
        #expect(result.hasPassed == (verdict != .failed))
        #expect(result.failures.count == (verdict == .failed ? 1 : 0))
        #expect(result.warnings.count == (verdict == .notShown || verdict == .tooFew ? 1 : 0))
        if verdict == .tooFew { #expect(result.warnings[0].contains("only 3 reports differ, so that p is 0.25 or more")) }
        let byDrop = try Made.result(now, against: before, gates, alpha: 1)
        #expect(byDrop.hasPassed == (verdict == .passed))
    }

    @Test("correct p over the gates that are tested, and over no floors")
    func holm() throws {
        let (before, now) = Self.shifted([Double](repeating: -0.1, count: 6))
        let one = try Made.result(now, against: before, [Gate(.maxDrop, "kg_reward=0"), Gate(.min, "kg_reward=0.1")])
        #expect(one.gates[0].comparison?.adjustedP == 0.03125)
        #expect(!one.hasPassed)
        let two = try Made.result(now, against: before)
        #expect(two.gates[0].comparison?.adjustedP == 0.0625)
        #expect(two.hasPassed)
    }

    @Test("hold floors and ceilings against the mean of all reports, new ones too, to the digit")
    func floors() throws {
        let before = [Made.Report(id: "a", reward: 0.9)]
        let now = [Made.Report(id: "a", reward: 0.9), Made.Report(id: "b", reward: 0.7, errors: ["edema"], hasEdema: false)]
        for (kind, gate, holds) in [
            (Gate.Kind.min, "kg_reward=0.8", true), (.min, "kg_reward=0.800001", false),
            (.max, "clinically_significant_errors=0.5", true), (.max, "clinically_significant_errors=0.499999", false),
            // One of two positives found.
            (.min, "chexpert_f1_micro_14=0.666666", true), (.min, "chexpert_f1_micro_14=0.666667", false),
        ] {
            let result = try Made.result(now, against: before, [Gate(kind, gate)])
            #expect(result.hasPassed == holds, "\(gate)")
            #expect(result.gates[0].comparison == nil)
        }
        let text = try Made.result(now, against: before, [Gate(.min, "kg_reward=0.800001")]).failures
        #expect(text == ["kg_reward is 0.800000, below its floor of 0.800001"])
    }

    @Test("fail for missing reports unless they may be, and tell new ones, which are not compared")
    func missing() throws {
        let before = ["a", "b", "c"].map { Made.Report(id: $0, reward: 0.5) }
        let now = [before[1], Made.Report(id: "z", reward: 0)]
        let result = try Made.result(now, against: before)
        #expect(!result.hasPassed)
        #expect(result.failures == ["2 reports of the 3 in the baseline are not in the input: 'a', 'c'"])
        #expect(result.added == ["z"] && result.compared == 1 && result.same == 1)
        let allowed = try Made.result(now, against: before, allowsMissing: true)
        #expect(allowed.hasPassed)
        #expect(allowed.warnings == result.failures)
        #expect(throws: ComparisonError.noReports) { try Made.result([Made.Report(id: "z", reward: 1)], against: before) }
        #expect(throws: BaselineError.noReports(input: "in.csv")) { try Made.result([], against: before) }
    }

    @Test("list what got worse, the worst by the metric that fails, with the errors that are new")
    func regressions() throws {
        let before = (0..<12).map { Made.Report(id: "r\($0 + 10)", reward: 0.5, errors: ["edema"]) }
        var now = before
        for index in 0..<12 { now[index].reward = index == 3 || index == 7 ? 0.2 : 0.4 }
        now[7].errors = ["edema", "nodule", "edema"]
        now[2].hasEdema = false
        let result = try Made.result(
            now, against: before, [Gate(.maxDrop, "clinically_significant_errors=0")] + Gate.standard.prefix(1))
        #expect(result.gates.map(\.verdict) == [.tooFew, .failed])
        // The reward fails; of equals the one with more errors, then by id.
        #expect(result.regressions.map { String(decoding: $0.id, as: UTF8.self) }.prefix(4) == ["r17", "r13", "r10", "r11"])
        #expect(result.regressions.count == 12)
        now[5].errors = []
        let mixed = try Made.result(now, against: before)
        #expect(mixed.tally == "0 reports better, 11 worse, 1 better in one metric and worse in another, 0 the same")
        #expect(mixed.regressions.count == 12)
        #expect(result.regressions[0].newErrors.map(\.finding) == ["nodule", "edema"])
        #expect(result.regressions[0].line == 9)
        #expect(result.regressions[1].newErrors.isEmpty)
        #expect(result.regressions[0].summary == "clinically_significant_errors 1 → 3 (+2), kg_reward 0.500 → 0.200 (-0.3)")
        #expect(result.regressions[0].details[0].hasSuffix(": «nodule» → nothing"))
        let labels = try Made.result(now, against: before, [Gate(.maxDrop, "chexpert_f1_micro_5=0")])
        #expect(labels.tally == "0 reports better, 1 worse, 11 the same")
        #expect(labels.regressions[0].summary == "wrong labels of chexpert_f1_micro_5 0 → 1 (+1)")
        #expect(labels.regressions[0].details == ["labels newly wrong: Edema"])
    }

    @Test("come to the same whatever the order of the rows and the division of the work")
    func order() throws {
        let (before, now) = (Made.random(40, seed: 1), Made.random(40, seed: 2))
        func json(_ now: [Made.Report], _ before: [Made.Report], reversed: Bool) throws -> String {
            let baseline = try Made.baseline(Made.checked(before))
            let plan = try CheckPlan(of: Made.checked(now), against: baseline, gates: Gate.standard, resamples: 1_000)
            let comparison = try #require(plan.comparison)
            let draws = comparison.parts.map(comparison.draws)
            var result = JSONWriter()
            CheckJSON.append(plan.result(from: reversed ? draws.reversed() : draws), most: 0, updated: false, to: &result)
            return result.text.replacing(baseline.file, with: "baseline.json")
        }
        let text = try json(now, before, reversed: false)
        let other = try json(now.reversed(), before.reversed(), reversed: true)
        #expect(other == text)
    }

    @Test("are refused where they would compare what is not comparable")
    func refused() throws {
        let before = ["a", "b", "c"].map { Made.Report(id: $0, reward: 0.5) }
        var now = before
        now[1].reference = "Secret."
        #expect {
            try Made.result(now, against: before)
        } throws: { error in
            "\(error)".contains("1 reference in in.csv is not what the baseline was made with: 'b'")
                && !"\(error)".contains("Secret")
        }
        let other = Made.checked(before, signature: Made.signature.replacing("ontology:1", with: "ontology:2"))
        #expect {
            try CheckPlan(of: other, against: Made.baseline(Made.checked(before)), gates: Gate.standard)
        } throws: { error in
            "\(error)".contains("'ontology:1' there, 'ontology:2' here")
        }
        #expect {
            try Made.result(before, against: before, [Gate(.maxDrop, "bleu_4=0")])
        } throws: { error in
            "\(error)".contains("the report 'a' has no bleu_4; take the present scores as the baseline with --update")
        }
        // A floor is never passed for want of a number.
        #expect {
            try Made.result(
                [Made.Report(id: "z", reward: 1)], against: before, [Gate(.min, "bleu_4=0.1")], allowsMissing: true)
        } throws: { error in
            "\(error)".contains("in.csv: the report 'z' has no bleu_4")
        }
    }
}
