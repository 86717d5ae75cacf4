import HilumMetrics

/// What is to be computed for a comparison. The resamples may be made in parts, on any number of threads.
public struct ComparisonPlan: Sendable {
    private let files: [String]
    private let pairs: PairedReports
    private let options: ComparisonOptions
    private let scoreSignature: String?
    private let notes: [String]
    /// Of each system but the baseline.
    private let jobs: [Job]

    private struct Job: Sendable {
        var resampling: PairedResampling
        /// Of each sample.
        var entries: [(metrics: [ComparedMetric], undefined: Int)]
    }

    /// Some of the resamples of one of the systems.
    public struct Part: Sendable {
        fileprivate var job: Int
        fileprivate var range: Range<Int>
    }

    public struct Draws: Sendable {
        fileprivate var job: Int
        fileprivate var draws: PairedResampling.Draws
    }

    /// - Parameter systems: the baseline, then one or more others.
    /// - Throws: `ComparisonError`, and `InputError` where a named column is missing or holds text.
    public init(_ systems: [ScoredReports], options: ComparisonOptions = ComparisonOptions()) throws {
        precondition(systems.count > 1, "a comparison takes two systems")
        let signature = try Self.signature(of: systems, allowsDifferent: options.allowsDifferentSignatures)
        pairs = try PairedReports(systems, onlyCommon: options.onlyCommon)
        guard pairs.count > 0 else { throw ComparisonError.noReports }
        if !options.allowsDifferentSignatures { try pairs.checkReferences(systems) }
        files = systems.map(\.file)
        self.options = options
        scoreSignature = signature.text
        let columns = try ComparedMetric.columns(options.metrics, of: systems)
        let readings = try CheXpertReading.readings(options.metrics, of: systems)
        guard !columns.isEmpty || !readings.isEmpty else { throw ComparisonError.nothingToCompare }
        let names = columns + readings.map(\.name)
        if let unknown = options.lowerIsBetter.subtracting(names).min() {
            throw InputError(file: files[0], problem: .missingColumn(unknown, existing: names))
        }
        notes =
            signature.notes + Self.notes(ofGenerated: pairs.generatedReferences(in: systems), of: pairs.count)
            + Self.notes(columns: columns, of: systems, selection: options.metrics)
        var jobs: [Job] = []
        for index in systems.indices.dropFirst() {
            let rows = Array(zip(pairs.rows[0], pairs.rows[index]))
            jobs.append(
                Self.job(systems[0], systems[index], rows: rows, columns: columns, readings: readings, options: options))
        }
        self.jobs = jobs
    }

    private static func job(
        _ baseline: ScoredReports, _ candidate: ScoredReports, rows: [(Int, Int)], columns: [String],
        readings: [(name: String, reading: CorpusReading)], options: ComparisonOptions
    ) -> Job {
        var samples: [PairedSample] = []
        var entries: [(metrics: [ComparedMetric], undefined: Int)] = []
        for column in columns {
            let scores = rows.compactMap { left, right -> (baseline: Double, candidate: Double)? in
                guard let left = baseline.value(of: column, at: left), let right = candidate.value(of: column, at: right) else {
                    return nil
                }
                return (left, right)
            }
            samples.append(PairedSample(scores))
            entries.append(([ComparedMetric(column, lowerIsBetter: options.lowerIsBetter)], rows.count - scores.count))
        }
        if !readings.isEmpty {
            let policy = CheXpertReading.policy(of: [baseline, candidate])
            let statistics = rows.map {
                (
                    CheXpertReading.statistics(of: baseline, row: $0, policy: policy),
                    CheXpertReading.statistics(of: candidate, row: $1, policy: policy)
                )
            }
            samples.append(PairedSample(statistics: statistics, readings: readings.map(\.reading)))
            entries.append((readings.map { ComparedMetric($0.name, lowerIsBetter: options.lowerIsBetter) }, 0))
        }
        return Job(
            resampling: PairedResampling(samples, resamples: options.resamples, seed: options.seed), entries: entries)
    }

    // MARK: Resamples

    private static let partSize = 250

    /// The work in parts; what they come to does not depend on the division.
    public var parts: [Part] {
        jobs.indices.flatMap { job in
            stride(from: 0, to: options.resamples, by: Self.partSize).map { start in
                Part(job: job, range: start..<min(start + Self.partSize, options.resamples))
            }
        }
    }

    public func draws(_ part: Part) -> Draws {
        Draws(job: part.job, draws: jobs[part.job].resampling.draws(part.range))
    }

    /// All parts on one thread.
    public func comparison() -> Comparison { comparison(from: parts.map(draws)) }

    /// - Parameter draws: of every part, once, in any order.
    public func comparison(from draws: [Draws]) -> Comparison {
        let results = jobs.indices.map { index in
            let resampling = jobs[index].resampling
            var all = resampling.draws(0..<0)
            for part in draws where part.job == index { all.merge(part.draws) }
            return zip(jobs[index].entries, resampling.comparisons(from: all, confidence: options.confidence)).flatMap {
                entry, results in
                zip(entry.metrics, results).map { (metric: $0, undefined: entry.undefined, result: $1) }
            }
        }
        let adjusted = Holm.adjusted(results.joined().compactMap(\.result.p))
        var next = adjusted.makeIterator()
        let systems = zip(files.dropFirst(), results).map { file, results in
            SystemComparison(
                file: file,
                metrics: results.map { metric, undefined, result in
                    let adjustedP = result.p == nil ? nil : next.next()
                    let verdict = Verdict(
                        of: SystemName.short(file, among: files), metric: metric, result: result, adjustedP: adjustedP,
                        alpha: options.alpha)
                    return MetricComparison(
                        metric: metric, result: result, undefined: undefined, adjustedP: adjustedP, verdict: verdict)
                })
        }
        let tooFew = Verdict.noteOfTooFew(results.joined().map(\.result), tests: adjusted.count, alpha: options.alpha)
        let biased = results.joined().filter { Self.isBiased($0.result) }.map(\.metric.name)
        return Comparison(
            baseline: files[0], systems: systems, reports: pairs.count, unpaired: pairs.leftOut, options: options,
            tests: adjusted.count, scoreSignature: scoreSignature,
            notes: notes + (tooFew.map { [$0] } ?? []) + Self.note(ofBiased: biased))
    }

    /// Whether a value lies outside of its own interval, as that of a macro F1 does where rare labels are missing from most resamples.
    private static func isBiased(_ result: PairedComparison) -> Bool {
        [result.baseline, result.candidate, result.difference].contains { estimate in
            guard let estimate, let interval = estimate.interval else { return false }
            return estimate.value < interval.low || estimate.value > interval.high
        }
    }

    private static func note(ofBiased names: [String]) -> [String] {
        let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard !distinct.isEmpty else { return [] }
        return [
            "too few reports for the intervals of \(distinct.joined(separator: ", ")): resamples miss what is rare; do not cite them"
        ]
    }

    // MARK: Signatures and notes

    private static func signature(
        of systems: [ScoredReports], allowsDifferent: Bool
    ) throws(ComparisonError) -> (text: String?, notes: [String]) {
        let signed = systems.flatMap { system in system.signatures.map { (file: system.file, signature: $0) } }
        guard let first = signed.first else { return (nil, []) }
        if let other = signed.first(where: { $0.signature != first.signature }) {
            guard allowsDifferent else {
                throw .differentSignatures(
                    file: first.file, signature: first.signature, otherFile: other.file, otherSignature: other.signature)
            }
            return (nil, ["the scores were made in different ways (their signatures differ)"])
        }
        let unsigned = systems.filter(\.signatures.isEmpty).map(\.file)
        let note =
            unsigned.isEmpty
            ? [] : ["no signature in \(unsigned.joined(separator: ", ")): nothing says that its scores are made in the same way"]
        return (first.signature, note)
    }

    private static func notes(ofGenerated generated: Int, of count: Int) -> [String] {
        guard generated > 0 else { return [] }
        let how =
            generated == count ? "all references are" : "\(generated) of \(count) references \(generated == 1 ? "is" : "are")"
        return ["\(how) generated by a model: a score against one is agreement with it, for research only"]
    }

    /// Scores that only some of the files have.
    private static func notes(columns: [String], of systems: [ScoredReports], selection: ComparedMetric.Selection) -> [String] {
        guard selection == .standard else { return [] }
        var missing: [String] = []
        for name in systems.flatMap(\.columns) where ComparedMetric.isKnown(name) && !columns.contains(name) {
            if !missing.contains(name) { missing.append(name) }
        }
        return missing.isEmpty ? [] : ["not in every file, and not compared: \(missing.joined(separator: ", "))"]
    }
}
