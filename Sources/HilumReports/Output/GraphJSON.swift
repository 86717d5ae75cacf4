import HilumExtraction
import HilumOntology
import HilumScoring

/// Writes report graphs as JSON, one object a report. What does not change from report to report (a concept's name and codes) is
/// escaped once.
public struct GraphJSON: Sendable {
    private let ontology: Ontology
    private let plausibility: Plausibility
    /// By concept: `"concept":…,"name":…,`, for what makes observations `"kind":…`, for a rib or vertebra its `"level":…`.
    private let names: [[UInt8]]
    /// By concept: `{"radlex":[…],"mesh":[…],"chexpert":[…]}`.
    private let codes: [[UInt8]]
    /// By concept.
    private let isDevice: [Bool]

    public init(ontology: Ontology) {
        self.ontology = ontology
        plausibility = Plausibility(ontology: ontology)
        names = ontology.concepts.map { Self.names(of: $0, level: ontology.level(of: $0.id)) }
        codes = ontology.concepts.map(Self.codes)
        isDevice = ontology.concepts.map { $0.kind == .device }
    }

    /// Appends `{"id", "observations", "triples", "comparisons", "unasserted", "implausible", "unrecognised", "coverage"}`.
    /// - Parameters:
    ///   - graph: made with this ontology.
    ///   - id: UTF-8.
    public func append(_ graph: ReportGraph, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            $0.key("observations")
            $0.array { for observation in graph.observations { append(observation, of: graph, to: &$0) } }
            appendTriples(of: graph, to: &$0)
            $0.key("comparisons")
            $0.array { for comparison in graph.comparisons { append(comparison, of: graph, to: &$0) } }
            $0.key("unasserted")
            $0.array { for mention in graph.unasserted { append(mention, of: graph, to: &$0) } }
            $0.implausible(plausibility.implausibilities(in: graph))
            $0.key("unrecognised")
            $0.array {
                for span in graph.unrecognised { $0.object { append(span, of: graph, to: &$0) } }
            }
            $0.key("coverage")
            $0.number(graph.coverage)
        }
    }

    /// Appends `{"id", "triples"}`.
    public func appendTriples(_ graph: ReportGraph, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            appendTriples(of: graph, to: &$0)
        }
    }

    private func appendTriples(of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.key("triples")
        writer.array {
            for triple in graph.triples {
                $0.object {
                    $0.key("source")
                    $0.string(triple.source)
                    $0.key("relation")
                    $0.string(triple.relation.rawValue)
                    $0.key("target")
                    $0.string(triple.target)
                }
            }
        }
    }

    // MARK: Parts of a graph

    private func append(_ observation: Observation, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.object {
            $0.fragment(names[observation.concept.index])
            $0.key("status")
            $0.string(observation.status.rawValue)
            $0.key("sites")
            $0.array { for site in observation.sites { append(site, to: &$0) } }
            $0.key("laterality")
            $0.string(observation.laterality?.value.rawValue)
            $0.key("severity")
            $0.string(observation.severity?.value.rawValue)
            $0.key("size")
            $0.string(observation.size?.value.rawValue)
            $0.key("change")
            $0.string(observation.change?.value.rawValue)
            if let span = observation.comparedWith {
                $0.key("compared_with")
                $0.object { append(span, of: graph, to: &$0) }
            }
            $0.key("measurements")
            $0.array { for measurement in observation.measurements { append(measurement, to: &$0) } }
            if let count = observation.count { append(count.value, to: &$0) }
            if isDevice[observation.concept.index] { appendPosition(of: observation, to: &$0) }
            $0.key("descriptors")
            $0.array { for descriptor in observation.descriptors { $0.string(ontology[descriptor.value].name) } }
            $0.key("hedge")
            $0.string(graph.hedge(of: observation))
            $0.key("likelihood")
            $0.number(observation.likelihood)
            $0.key("section")
            $0.string(observation.section.rawValue)
            append(observation.span, of: graph, to: &$0)
            $0.key("codes")
            $0.fragment(codes[observation.concept.index])
        }
    }

    private func append(_ site: Site, to writer: inout JSONWriter) {
        writer.object {
            $0.fragment(names[site.concept.index])
            $0.key("laterality")
            $0.string(site.laterality?.rawValue)
            $0.key("span")
            $0.span(site.span)
        }
    }

    /// `"count"`: a number, or `"multiple"`.
    private func append(_ count: FindingCount, to writer: inout JSONWriter) {
        writer.key("count")
        switch count {
        case .exactly(let number): writer.integer(number)
        case .many: writer.string(count.name)
        }
    }

    /// `"tip"`, `"side_port"` and `"placement"`, of devices only.
    private func appendPosition(of observation: Observation, to writer: inout JSONWriter) {
        append(observation.tip, as: "tip", to: &writer)
        if observation.sidePort != nil { append(observation.sidePort, as: "side_port", to: &writer) }
        writer.key("placement")
        writer.string(observation.placement?.value.rawValue)
    }

    private func append(_ position: DevicePosition?, as key: String, to writer: inout JSONWriter) {
        writer.key(key)
        guard let position else { return writer.string(nil) }
        writer.object {
            $0.key("sites")
            $0.array { for site in position.sites { append(site, to: &$0) } }
            $0.key("relation")
            $0.string(position.relation.rawValue)
            if let distance = position.distance {
                $0.key("distance")
                append(distance, to: &$0)
            }
            $0.key("visible")
            $0.bool(position.isVisible)
            $0.key("span")
            $0.span(position.span)
        }
    }

    private func append(_ measurement: Measurement, to writer: inout JSONWriter) {
        writer.object {
            $0.key("value")
            $0.number(measurement.value)
            $0.key("unit")
            $0.string(measurement.unit)
            $0.key("millimetres")
            $0.number(measurement.millimetres)
            if measurement.isPrior {
                $0.key("prior")
                $0.bool(true)
            }
            $0.key("span")
            $0.span(measurement.span)
        }
    }

    private func append(_ comparison: Stated<Change>, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.object {
            $0.key("change")
            $0.string(comparison.value.rawValue)
            append(comparison.span, of: graph, to: &$0)
        }
    }

    private func append(_ mention: UnassertedMention, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.object {
            $0.fragment(names[mention.concept.index])
            $0.key("reason")
            $0.string(mention.reason.rawValue)
            append(mention.span, of: graph, to: &$0)
        }
    }

    /// `"text"` and `"span"`.
    private func append(_ span: TextSpan, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.key("text")
        writer.string(utf8: graph.text[span.start..<span.end])
        writer.key("span")
        writer.span(span)
    }

    // MARK: What is written once

    private static func names(of concept: Concept, level: Level?) -> [UInt8] {
        var writer = JSONWriter()
        writer.key("concept")
        writer.string(concept.identifier)
        writer.key("name")
        writer.string(concept.name)
        if concept.kind.isObservable {
            writer.key("kind")
            writer.string(concept.kind.rawValue)
        }
        if let level {
            writer.key("level")
            writer.string(level.label)
        }
        return writer.bytes
    }

    private static func codes(of concept: Concept) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            for (scheme, codes) in [
                ("radlex", concept.radlex), ("mesh", concept.mesh), ("chexpert", concept.chexpert.map(\.rawValue)),
            ] {
                $0.key(scheme)
                $0.array { for code in codes { $0.string(code) } }
            }
        }
        return writer.bytes
    }
}

extension ReportGraph {
    /// The words that make an observation uncertain; nil if it is not.
    func hedge(of observation: Observation) -> String? {
        observation.status == .uncertain ? observation.cue.map(words) : nil
    }
}
