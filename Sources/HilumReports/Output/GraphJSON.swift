import HilumExtraction
import HilumOntology
import HilumScoring

/// Writes report graphs as JSON, one object a report. What does not change from report to report (a concept's name and codes) is
/// escaped once.
public struct GraphJSON: Sendable {
    private let ontology: Ontology
    private let plausibility: Plausibility
    /// By concept: `"concept":…,"name":…`, for what makes observations `"kind":…`, for a rib or vertebra its `"level":…`.
    private let heads: JSONPieces
    /// By concept: its name.
    private let names: JSONPieces
    /// By concept: `{"radlex":[…],"mesh":[…],"chexpert":[…]}`.
    private let codes: JSONPieces
    /// By concept.
    private let isDevice: [Bool]

    public init(ontology: Ontology) {
        self.ontology = ontology
        plausibility = Plausibility(ontology: ontology)
        let concepts = ontology.concepts
        // By place and not by element, as a concept is large.
        heads = JSONPieces(of: concepts.indices) { Self.writeHead(of: concepts, at: $0, ontology, to: &$1) }
        names = JSONPieces(of: concepts.indices) { $1.string(concepts[$0].name) }
        codes = JSONPieces(of: concepts.indices) { Self.writeCodes(of: concepts, at: $0, to: &$1) }
        isDevice = concepts.indices.map { concepts[$0].kind == .device }
    }

    /// Appends `{"id", "observations", "triples", "comparisons", "unasserted", "implausible", "unrecognised", "coverage"}`.
    /// - Parameters:
    ///   - graph: made with this ontology.
    ///   - id: UTF-8.
    public func append(_ graph: ReportGraph, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.member("id")
            $0.string(utf8: id)
            $0.member("observations")
            $0.array { for index in graph.observations.indices { append(observation: index, of: graph, to: &$0) } }
            appendTriples(of: graph, to: &$0)
            $0.member("comparisons")
            $0.array { for comparison in graph.comparisons { append(comparison, of: graph, to: &$0) } }
            $0.member("unasserted")
            $0.array { for mention in graph.unasserted { append(mention, of: graph, to: &$0) } }
            $0.implausible(plausibility.implausibilities(in: graph))
            $0.member("unrecognised")
            $0.array {
                for span in graph.unrecognised { $0.object { append(span, of: graph, to: &$0) } }
            }
            $0.member("coverage")
            $0.number(graph.coverage)
        }
    }

    /// Appends `{"id", "triples"}`.
    public func appendTriples(_ graph: ReportGraph, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.member("id")
            $0.string(utf8: id)
            appendTriples(of: graph, to: &$0)
        }
    }

    private func appendTriples(of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.member("triples")
        writer.array { writer in
            graph.forEachTriple { index, part in
                writer.object {
                    $0.member("source")
                    append(part, isSource: true, ofObservation: index, in: graph, to: &$0)
                    $0.member("relation")
                    $0.string(part.relation.rawValue)
                    $0.member("target")
                    append(part, isSource: false, ofObservation: index, in: graph, to: &$0)
                }
            }
        }
    }

    /// One end of a triple, as `ReportGraph.triples` names it.
    private func append(
        _ part: StatedTriple.Part, isSource: Bool, ofObservation index: Int, in graph: ReportGraph, to writer: inout JSONWriter
    ) {
        guard isSource == (part.relation == .modify) else {
            return writer.fragment(graph.observations[index].concept.index, of: names)
        }
        switch part {
        case .site(let number):
            let concept = graph.observations[index].sites[number].concept.index
            let side = graph.observations[index].sites[number].laterality
            if let side { writer.name(concept, of: names, after: side.rawValue) } else { writer.fragment(concept, of: names) }
        case .laterality: writer.string(graph.observations[index].laterality?.value.rawValue)
        case .severity: writer.string(graph.observations[index].severity?.value.rawValue)
        case .size: writer.string(graph.observations[index].size?.value.rawValue)
        case .change: writer.string(graph.observations[index].change?.value.rawValue)
        case .descriptor(let concept), .disease(let concept): writer.fragment(concept.index, of: names)
        }
    }

    // MARK: Parts of a graph

    private func append(observation index: Int, of graph: ReportGraph, to writer: inout JSONWriter) {
        // Field by field, as observations are large.
        let concept = graph.observations[index].concept.index
        writer.object {
            $0.fragment(concept, of: heads)
            $0.member("status")
            $0.string(graph.observations[index].status.rawValue)
            $0.member("sites")
            $0.array { for site in graph.observations[index].sites { append(site, to: &$0) } }
            $0.member("laterality")
            $0.string(graph.observations[index].laterality?.value.rawValue)
            $0.member("severity")
            $0.string(graph.observations[index].severity?.value.rawValue)
            $0.member("size")
            $0.string(graph.observations[index].size?.value.rawValue)
            $0.member("change")
            $0.string(graph.observations[index].change?.value.rawValue)
            if let span = graph.observations[index].comparedWith {
                $0.member("compared_with")
                $0.object { append(span, of: graph, to: &$0) }
            }
            $0.member("measurements")
            $0.array { for measurement in graph.observations[index].measurements { append(measurement, to: &$0) } }
            if graph.observations[index].hasDetails, let count = graph.observations[index].count { append(count.value, to: &$0) }
            if isDevice[concept] { appendPosition(of: index, in: graph, to: &$0) }
            $0.member("descriptors")
            $0.array {
                for descriptor in graph.observations[index].descriptors { $0.fragment(descriptor.value.index, of: names) }
            }
            $0.member("hedge")
            $0.string(graph.hedge(of: index))
            $0.member("likelihood")
            $0.number(graph.observations[index].likelihood)
            $0.member("section")
            $0.string(graph.observations[index].section.rawValue)
            append(graph.observations[index].span, of: graph, to: &$0)
            $0.member("codes")
            $0.fragment(concept, of: codes)
        }
    }

    private func append(_ site: Site, to writer: inout JSONWriter) {
        writer.object {
            $0.fragment(site.concept.index, of: heads)
            $0.member("laterality")
            $0.string(site.laterality?.rawValue)
            $0.member("span")
            $0.span(site.span)
        }
    }

    /// `"count"`: a number, or `"multiple"`.
    private func append(_ count: FindingCount, to writer: inout JSONWriter) {
        writer.member("count")
        switch count {
        case .exactly(let number): writer.integer(number)
        case .many: writer.string(count.name)
        }
    }

    /// `"tip"`, `"side_port"` and `"placement"`, of devices only.
    private func appendPosition(of index: Int, in graph: ReportGraph, to writer: inout JSONWriter) {
        writer.member("tip")
        append(graph.observations[index].tip, to: &writer)
        if let sidePort = graph.observations[index].sidePort {
            writer.member("side_port")
            append(sidePort, to: &writer)
        }
        writer.member("placement")
        writer.string(graph.observations[index].placement?.value.rawValue)
    }

    private func append(_ position: DevicePosition?, to writer: inout JSONWriter) {
        guard let position else { return writer.string(nil) }
        writer.object {
            $0.member("sites")
            $0.array { for site in position.sites { append(site, to: &$0) } }
            $0.member("relation")
            $0.string(position.relation.rawValue)
            if let distance = position.distance {
                $0.member("distance")
                append(distance, to: &$0)
            }
            $0.member("visible")
            $0.bool(position.isVisible)
            $0.member("span")
            $0.span(position.span)
        }
    }

    private func append(_ measurement: Measurement, to writer: inout JSONWriter) {
        writer.object {
            $0.member("value")
            $0.number(measurement.value)
            $0.member("unit")
            $0.string(measurement.unit)
            $0.member("millimetres")
            $0.number(measurement.millimetres)
            if measurement.isPrior {
                $0.member("prior")
                $0.bool(true)
            }
            $0.member("span")
            $0.span(measurement.span)
        }
    }

    private func append(_ comparison: Stated<Change>, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.object {
            $0.member("change")
            $0.string(comparison.value.rawValue)
            append(comparison.span, of: graph, to: &$0)
        }
    }

    private func append(_ mention: UnassertedMention, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.object {
            $0.fragment(mention.concept.index, of: heads)
            $0.member("reason")
            $0.string(mention.reason.rawValue)
            append(mention.span, of: graph, to: &$0)
        }
    }

    /// `"text"` and `"span"`.
    private func append(_ span: TextSpan, of graph: ReportGraph, to writer: inout JSONWriter) {
        writer.member("text")
        writer.string(utf8: graph.text[span.start..<span.end])
        writer.member("span")
        writer.span(span)
    }

    // MARK: What is written once

    private static func writeHead(of concepts: [Concept], at index: Int, _ ontology: Ontology, to writer: inout JSONWriter) {
        writer.member("concept")
        writer.string(concepts[index].identifier)
        writer.member("name")
        writer.string(concepts[index].name)
        if concepts[index].kind.isObservable {
            writer.member("kind")
            writer.string(concepts[index].kind.rawValue)
        }
        if let level = ontology.level(of: concepts[index].id) {
            writer.member("level")
            writer.string(level.label)
        }
    }

    private static func writeCodes(of concepts: [Concept], at index: Int, to writer: inout JSONWriter) {
        writer.object {
            $0.member("radlex")
            $0.array { for code in concepts[index].radlex { $0.string(code) } }
            $0.member("mesh")
            $0.array { for code in concepts[index].mesh { $0.string(code) } }
            $0.member("chexpert")
            $0.array { for label in concepts[index].chexpert { $0.string(label.rawValue) } }
        }
    }
}

extension ReportGraph {
    /// The words that make an observation uncertain, by its number; nil if it is not.
    func hedge(of index: Int) -> String? {
        observations[index].status == .uncertain ? observations[index].cue.map(words) : nil
    }
}
