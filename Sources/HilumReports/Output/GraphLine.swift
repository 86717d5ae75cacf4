import HilumExtraction
import HilumOntology
import HilumScoring

/// Writes report graphs as JSON objects, one a report, each in one of the formats of `hilum extract` that have a line a report.
public struct GraphLine: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        /// The whole reading; see `GraphJSON`.
        case jsonl
        /// The edges of the graph alone.
        case triples
        /// Open-i's coding of what is present; see `OpenICoding`.
        case mesh
        /// The 14 labels; see `CheXpertLabels`.
        case chexpert
        /// As RadGraph annotates; see `RadGraphJSON`.
        case radgraph
    }

    private let json: GraphJSON

    /// Prepares what is written of each concept; keep the value and use it for all reports.
    public init(ontology: Ontology) {
        json = GraphJSON(ontology: ontology)
    }

    /// Appends one object.
    /// - Parameters:
    ///   - graph: made with this ontology.
    ///   - id: UTF-8.
    public func append(_ graph: ReportGraph, id: [UInt8], as format: Format, to writer: inout JSONWriter) {
        switch format {
        case .jsonl: json.append(graph, id: id, to: &writer)
        case .triples: json.appendTriples(graph, id: id, to: &writer)
        case .mesh: LabelJSON.append(mesh: OpenICoding.codes(of: graph), id: id, to: &writer)
        case .chexpert: LabelJSON.append(CheXpertLabels(of: graph), id: id, to: &writer)
        case .radgraph: RadGraphJSON.append(RadGraphReport(of: graph), id: id, to: &writer)
        }
    }
}
