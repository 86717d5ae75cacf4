import ArgumentParser

/// The value of `--task`: what the rows are.
enum ScoreTask: String, CaseIterable, ExpressibleByArgument, Sendable {
    case report, vqa, grounding, classification, radgraph, crimson

    /// The options without which the task cannot be carried out.
    private var needed: [TaskOption] {
        switch self {
        case .report, .vqa, .grounding, .classification, .radgraph: [.reference, .candidate]
        case .crimson: [.evaluation]
        }
    }

    /// The other options that the task knows.
    private var known: [TaskOption] {
        switch self {
        case .report: [.metrics, .uncertain, .labels, .judge, .html, .generateReferences]
        case .vqa: [.type]
        case .grounding: [.boxFormat]
        case .classification: [.uncertain]
        case .radgraph, .crimson: []
        }
    }

    /// Refuses a call that lacks an option, or that has one which the task does not know.
    func check(_ given: Set<TaskOption>) throws {
        // Where references are generated, there need be none.
        let needed = needed.filter { $0 != .reference || self != .report || !given.contains(.generateReferences) }
        guard needed.allSatisfy(given.contains) else {
            let missing = needed.filter { !given.contains($0) }.map(\.usage).joined(separator: " and ")
            throw ValidationError("--task \(rawValue) needs \(missing)")
        }
        for option in TaskOption.allCases where given.contains(option) && !(self.needed + known).contains(option) {
            let tasks = Self.allCases.filter { ($0.needed + $0.known).contains(option) }.map(\.rawValue)
            throw ValidationError("\(option.name) goes with --task \(tasks.joined(separator: " or ")), not with \(rawValue)")
        }
    }
}

/// The options of `hilum score` that not every task has.
enum TaskOption: String, CaseIterable {
    case reference, candidate, evaluation, metrics, uncertain, labels, judge, html, type
    case boxFormat = "box-format"
    case generateReferences = "generate-references"

    var name: String { "--\(rawValue)" }

    /// The option with its value, as the help writes it.
    var usage: String {
        switch self {
        case .reference, .candidate, .evaluation, .type: "\(name) COL"
        case .metrics: "\(name) NAMES"
        case .uncertain, .boxFormat: "\(name) WORD"
        case .labels: "\(name) SIDE=FILE"
        case .judge, .html: "\(name) FILE"
        case .generateReferences: name
        }
    }
}
