import HilumMetrics
import HilumOntology
import HilumScoring

/// A number in which systems are compared.
public struct ComparedMetric: Sendable, Hashable {
    public var name: String
    /// Whether more is better.
    public var isHigherBetter: Bool

    /// - Parameter lower: names of which less is better, besides those that are known.
    init(_ name: String, lowerIsBetter lower: Set<String> = []) {
        self.name = name
        let isHigher = Metric(rawValue: name)?.isHigherBetter ?? !Self.counts.contains(name)
        isHigherBetter = isHigher && !lower.contains(name)
    }

    /// Errors that are counted by category, and what less is better of in the other tasks of `hilum score`.
    private static let counts = Set(
        ErrorCategory.allCases.flatMap { ["significant_\($0.rawValue)", "insignificant_\($0.rawValue)"] }
            + ["factuality_total", "brier", "false_findings", "missing_findings", "attribute_errors"])
    /// Numbers beside the scores of those tasks, which say how many there were of something.
    private static let sizes: Set = ["known_labels", "boxes_reference", "boxes_candidate"]

    /// Whether it is a score that `hilum score` knows.
    static func isKnown(_ name: String) -> Bool { Metric(rawValue: name) != nil }

    /// Which numbers to compare.
    public enum Selection: Sendable, Hashable {
        /// The scores that `hilum score` knows; in files of other programs all columns of numbers.
        case standard
        case all
        case named([String])

        /// By name: of columns, or of parts of a score (`kg`, `chexpert`, as `hilum score --metrics` takes them), which stand for their
        /// columns.
        public init(names: [String]) {
            self = .named(
                names.flatMap { name -> [String] in
                    guard Metric(rawValue: name) == nil, let part = ScorePart(rawValue: name) else { return [name] }
                    return part == .chexpert
                        ? CheXpertReading.names : Metric.allCases.filter { $0.part == part }.map(\.rawValue)
                })
        }

        /// The parts of a score that have these numbers.
        public var parts: Set<ScorePart> {
            guard case .named(let names) = self else { return .all }
            let parts = names.map { CheXpertReading.names.contains($0) ? .chexpert : Metric(rawValue: $0)?.part }
            return parts.contains(nil) ? .all : Set(parts.compactMap(\.self))
        }
    }

    /// The columns to compare, in the order of the files.
    /// - Throws: `InputError` where a named column is missing or holds text.
    static func columns(_ selection: Selection, of systems: [ScoredReports]) throws(InputError) -> [String] {
        if case .named(let names) = selection {
            let columns = names.filter { !CheXpertReading.names.contains($0) }
            for system in systems { for name in columns { try system.check(name) } }
            return columns
        }
        let sets = systems.map { Set($0.columns) }
        let shared = (systems.first?.columns ?? []).filter { name in
            sets.allSatisfy { $0.contains(name) } && !CheXpertReading.columns.contains(name)
        }
        let known = shared.filter(isKnown)
        if selection == .standard, !known.isEmpty { return known }
        return shared.filter { name in !sizes.contains(name) && systems.allSatisfy { $0.hasNumber(in: name) } }
    }
}

/// CheXpert F1 over a corpus, from the labels of its reports.
enum CheXpertReading {
    private static let labels = CheXpertLabel.allCases
    private static let five = labels.indices.filter { CheXpertLabel.five.contains(labels[$0]) }

    /// Each with the places of the labels that it counts.
    static let readings: [(name: String, reading: CorpusReading, labels: [Int])] = {
        let all = Array(labels.indices)
        return [
            ("chexpert_f1_micro_14", .microF1(of: all), all), ("chexpert_f1_macro_14", .macroF1(of: all), all),
            ("chexpert_f1_micro_5", .microF1(of: five), five), ("chexpert_f1_macro_5", .macroF1(of: five), five),
        ]
    }()
    static let names = readings.map(\.name)

    static let sides = ["reference", "candidate"]

    static func column(_ side: String, _ label: CheXpertLabel) -> String { "\(side) \(label.rawValue)" }
    static let columns = Set(labels.flatMap { label in sides.map { column($0, label) } })

    /// Those asked for; none where a file has no labels.
    /// - Throws: `InputError` where a named one has no labels to go by.
    static func readings(
        _ selection: ComparedMetric.Selection, of systems: [ScoredReports]
    ) throws(InputError) -> [(name: String, reading: CorpusReading)] {
        let readings = readings.map { (name: $0.name, reading: $0.reading) }
        let unlabelled = systems.first { !columns.isSubset(of: $0.columns) }
        guard case .named(let names) = selection else { return unlabelled == nil ? readings : [] }
        let asked = readings.filter { names.contains($0.name) }
        if let unlabelled, !asked.isEmpty {
            let missing = labels.map { column("reference", $0) }.first { !unlabelled.columns.contains($0) }
            throw InputError(
                file: unlabelled.file, problem: .missingColumn(missing ?? "reference", existing: unlabelled.columns))
        }
        return asked
    }

    /// What uncertain labels count as where the scores were made, by their signature; positive where it does not say.
    static func policy(of systems: [ScoredReports]) -> UncertainPolicy {
        let parts = systems.flatMap(\.signatures).first?.split(separator: "|") ?? []
        let prefix = "chexpert-uncertain:"
        let stated = parts.first { $0.hasPrefix(prefix) }?.dropFirst(prefix.count)
        return stated.flatMap { UncertainPolicy(rawValue: String($0)) } ?? .positive
    }

    /// What a report adds.
    static func statistics(of system: ScoredReports, row: Int, policy: UncertainPolicy) -> [Double] {
        let sides = ["candidate", "reference"].map { side in
            labels.map { label in
                let value = system.value(of: column(side, label), at: row)
                return policy.binary(value.flatMap { Int(exactly: $0) }.flatMap(LabelValue.init))
            }
        }
        return LabelStatistics.of(candidate: sides[0], reference: sides[1])
    }
}
