import HilumExtraction
import HilumOntology

@testable import HilumScoring

/// One statement of a report under test, written as one sentence: `Said("effusion", .absent)`.
struct Said: Hashable, CustomStringConvertible {
    var concept: String
    var status: Status
    var side: Laterality?
    var sites: [String]
    var severity: Severity?
    var size: HilumOntology.Size?
    var change: Change?
    var descriptors: [String]
    /// `4 mm`, `2 cm`.
    var length: String?
    /// What it is said to suggest: a concept that another statement names.
    var suggests: String?

    /// - Parameters:
    ///   - name: `effusion` for `finding.effusion`; other kinds in full.
    ///   - site, sites: `lung-base` for `anatomy.lung-base`; they lie on `side`.
    init(
        _ name: String, _ status: Status = .present, side: Laterality? = nil, site: String? = nil, sites: [String] = [],
        severity: Severity? = nil, size: HilumOntology.Size? = nil, change: Change? = nil, descriptors: [String] = [],
        length: String? = nil, suggests: String? = nil
    ) {
        concept = name.contains(".") ? name : "finding.\(name)"
        self.status = status
        self.side = side
        self.sites = (site.map { [$0] } ?? []) + sites
        self.severity = severity
        self.size = size
        self.change = change
        self.descriptors = descriptors
        self.length = length
        self.suggests = suggests
    }

    var description: String {
        let parts: [String?] = [
            status == .present ? nil : status.rawValue, change?.rawValue, severity?.rawValue, size?.rawValue, side?.rawValue,
            length, descriptors.isEmpty ? nil : descriptors.joined(separator: "+"), concept, suggests.map { "suggesting \($0)" },
            sites.isEmpty ? nil : sites.joined(separator: "+"),
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}

extension ReportGraph {
    /// A graph of a text made of these statements, each word's span in its place.
    static func saying(
        _ said: [Said], overall: [Change] = [], in ontology: Ontology = TinyOntology.shared
    ) -> ReportGraph {
        var text: [UInt8] = []
        func write(_ words: String) -> TextSpan {
            let start = text.count
            text += Array(words.utf8)
            defer { text.append(UInt8(ascii: " ")) }
            return TextSpan(start, text.count)
        }
        func concept(_ identifier: String) -> Concept {
            guard let concept = ontology.concept(identifier) else { preconditionFailure("no concept \(identifier)") }
            return concept
        }
        var observations: [Observation] = []
        for statement in said {
            if statement.status == .absent { _ = write("no") }
            let change = statement.change.map { Stated($0, span: write($0.rawValue)) }
            let severity = statement.severity.map { Stated($0, span: write($0.rawValue)) }
            let size = statement.size.map { Stated($0, span: write($0.rawValue)) }
            let descriptors = statement.descriptors.map { Stated(concept("descriptor.\($0)").id, span: write($0)) }
            let measurement = statement.length.map { Measurement(words: $0, span: write($0)) }
            let side = statement.side.map { Stated($0, span: write($0.rawValue)) }
            let found = concept(statement.concept)
            var observation = Observation(concept: found.id, status: statement.status, span: write(found.name))
            observation.sites = statement.sites.map {
                let site = concept("anatomy.\($0)")
                return Site(concept: site.id, laterality: statement.side, span: write(site.name))
            }
            observation.change = change
            observation.severity = severity
            observation.size = size
            observation.descriptors = descriptors
            observation.laterality = side
            observation.measurements = measurement.map { [$0] } ?? []
            observations.append(observation)
            _ = write(".")
        }
        let suggestions = said.indices.flatMap { finding in
            said.indices.filter { said[$0].concept == said[finding].suggests }.map { Suggestion(finding: finding, disease: $0) }
        }
        let comparisons = overall.map { Stated($0, span: write($0.rawValue)) }
        return ReportGraph(
            ontology: ontology, text: text, observations: observations, suggestions: suggestions, comparisons: comparisons)
    }
}

extension Measurement {
    /// Of words such as `4 mm`.
    fileprivate init(words: String, span: TextSpan) {
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count == 2, let value = Double(parts[0]) else { preconditionFailure("no length: \(words)") }
        self.init(value: value, unit: parts[1], millimetres: parts[1] == "cm" ? value * 10 : value, span: span)
    }
}

let scorer = Scorer(ontology: TinyOntology.shared)
let knowledge = Knowledge(ontology: TinyOntology.shared)

func score(_ candidate: [Said], against reference: [Said]) -> PairScore {
    scorer.score(candidate: .saying(candidate), reference: .saying(reference))
}

/// An error in short: its category with `!` if it is significant.
func errors(_ score: PairScore) -> [String] {
    score.factuality.errors.map { $0.category.rawValue + ($0.isSignificant ? "!" : "") }
}

extension [Said] {
    /// What a normal chest is said to be, at length.
    static let normal = [
        Said("cardiomegaly", .absent), Said("opacity", .absent), Said("consolidation", .absent), Said("effusion", .absent),
        Said("pneumothorax", .absent), Said("edema", .absent), Said("fracture", .absent),
    ]
}
