import Hilum
import HilumGeneration

/// Findings to a report and back.
struct RoundTrip {
    let hilum: Hilum
    let phrases: FindingPhrases
    let repair: ReportRepair
    /// Writes a report of findings, which is then repaired; empty for canonical sentences alone.
    let writer: (FindingList) -> String

    init(phrases: FindingPhrases, writer: @escaping (FindingList) -> String) {
        hilum = Hilum(ontology: phrases.ontology)
        self.phrases = phrases
        repair = ReportRepair(phrases: phrases)
        self.writer = writer
    }

    struct Failure {
        var asked: String
        var report: RepairedReport
        var f1: Double
    }

    struct Summary {
        var sets = 0
        var findings = 0
        /// Lists whose report says them wholly.
        var exact = 0
        var f1Sum = 0.0
        var keptSentences = 0
        var addedSentences = 0
        var failures: [Failure] = []

        var meanF1: Double { sets == 0 ? 0 : f1Sum / Double(sets) }
    }

    func summary(sets: Int, seed: UInt64) -> Summary {
        var sampler = FindingSampler(phrases: phrases, seed: seed)
        var summary = Summary()
        for _ in 0..<sets {
            let asked = sampler.next()
            let report = repair.report(from: writer(asked), saying: asked)
            summary.sets += 1
            summary.findings += asked.entries.count
            let f1 = hilum.score(candidate: report.text, reference: asked.text, parts: [.kg]).kg.f1
            summary.f1Sum += f1
            summary.keptSentences += report.kept.count
            summary.addedSentences += report.added.count
            if report.leftovers.isEmpty, f1 > 1 - 1e-9 {
                summary.exact += 1
            } else {
                summary.failures.append(Failure(asked: asked.text, report: report, f1: f1))
            }
        }
        return summary
    }
}

extension RoundTrip.Summary {
    func text(failures most: Int) -> String {
        var lines = [
            "lists            \(sets)", "findings         \(findings)", "mean F1          \(Self.rounded(meanF1))",
            "said wholly      \(exact) (\(Self.rounded(100 * Double(exact) / Double(max(sets, 1)))) %)",
            "sentences        \(keptSentences) kept, \(addedSentences) added",
        ]
        for failure in failures.sorted(by: { $0.f1 < $1.f1 }).prefix(most) {
            lines += [
                "", "F1 \(Self.rounded(failure.f1)), asked: \(failure.asked)", "  report: \(failure.report.text)",
                "  not said: \(failure.report.leftovers.joined(separator: "; "))",
            ]
        }
        return lines.joined(separator: "\n")
    }

    private static func rounded(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }
}
