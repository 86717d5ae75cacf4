import Hilum
import HilumGeneration

/// Findings to a report, as `hilum generate` writes it, and back.
struct RoundTrip {
    let hilum: Hilum
    let generator: ReportGenerator

    struct Failure {
        var asked: String
        var report: GeneratedReport
        var f1: Double
    }

    struct Summary {
        var sets = 0
        var findings = 0
        /// Lists whose report says them wholly.
        var exact = 0
        var f1Sum = 0.0
        /// Lists whose report is in the model's own words alone.
        var drafted = 0
        var added = 0
        var dropped = 0
        var failures: [Failure] = []

        var meanF1: Double { sets == 0 ? 0 : f1Sum / Double(sets) }
    }

    func summary(sets: Int, seed: UInt64) throws -> Summary {
        var sampler = FindingSampler(phrases: generator.phrases, seed: seed)
        var summary = Summary()
        for _ in 0..<sets {
            let asked = sampler.next()
            let report = try generator.report(findings: asked)
            summary.sets += 1
            summary.findings += asked.entries.count
            let f1 = hilum.score(candidate: report.text, reference: asked.text, parts: [.kg]).kg.f1
            summary.f1Sum += f1
            if report.added.isEmpty { summary.drafted += 1 }
            summary.added += report.added.count
            summary.dropped += report.dropped.count
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
            "own words alone  \(drafted); sentences added \(added), dropped \(dropped)",
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
