import HilumJudge
import HilumScoring
import HilumTestSupport
import Testing

@Suite("Hilum's counts beside a judge's")
struct JudgeComparisonTests {
    @Test("Parts merged in any order come to the same, disagreements too")
    func merge() {
        var generator = SeededGenerator(seed: 4)
        func counts() -> [Int] { (0..<6).map { _ in max(0, generator.index(below: 5) - 2) } }
        let rows: [(hilum: Factuality, verdict: JudgeVerdict)] = (0..<200).map { number in
            let hilum = answer(counts(), counts()).factuality
            guard number % 9 > 0 else { return (hilum, .none(reason: number % 2 == 0 ? "a refusal" : "blank")) }
            return (hilum, .answer(answer(counts(), counts(), matched: number % 2 == 0 ? generator.index(below: 4) : nil)))
        }
        func comparison(_ numbers: some Sequence<Int>) -> JudgeComparison {
            numbers.reduce(into: JudgeComparison()) { comparison, number in
                let row = rows[number]
                comparison.add(row.verdict, beside: row.hilum, green: 0.5, number: number + 1, id: Array("\(number)".utf8))
            }
        }
        let whole = comparison(0..<200)
        var merged = comparison(120..<200)
        merged.merge(comparison((0..<120).reversed()))
        #expect(merged == whole)
        #expect(whole.n == 200 && whole.read == 177 && whole.unread.total == 23)
        #expect(whole.unread.sorted.map(\.reason) == ["a refusal", "blank"])
        #expect(whole.green.n == rows.count { $0.verdict.answer?.green != nil })
        #expect(whole.disagreements.list.count == Disagreements.most)

        // The farthest first, as a sort of all of them has it.
        func distance(_ number: Int) -> (Int, Int) {
            guard let judge = rows[number].verdict.answer else { return (-1, 0) }
            func apart(_ one: ErrorCounts, _ other: ErrorCounts) -> Int {
                zip(one.list, other.list).reduce(0) { $0 + abs($1.0 - $1.1) }
            }
            let hilum = rows[number].hilum
            return (
                apart(hilum.significant, judge.factuality.significant), apart(hilum.insignificant, judge.factuality.insignificant)
            )
        }
        let sorted = (0..<200).sorted { one, other in
            let (first, second) = (distance(one), distance(other))
            return (first.0, first.1, -one) > (second.0, second.1, -other)
        }
        #expect(whole.disagreements.list.map(\.number) == sorted.prefix(Disagreements.most).map { $0 + 1 })
    }

    @Test("Who agrees has no disagreements; a null answer is in no figure")
    func agreement() {
        let counts = answer([1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2])
        var comparison = JudgeComparison()
        comparison.add(.answer(counts), beside: counts.factuality, green: 0, number: 1, id: [])
        comparison.add(.none(reason: "a refusal"), beside: counts.factuality, green: 0, number: 2, id: [])
        #expect(comparison.disagreements.list.isEmpty)
        #expect(comparison.significant.n == 1 && comparison.significant.meanAbsoluteDifference == 0)
        #expect(comparison.categories.map(\.insignificant.firstMean) == [0, 0, 0, 0, 0, 2])
        #expect(comparison.green.n == 0)
    }
}
