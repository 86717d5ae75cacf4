import Hilum

/// Writes graphs as finding lists, one JSON object a report: `{"id":"1","findings":"mild cardiomegaly; no pneumothorax"}`.
public struct FindingLine: Sendable {
    private let phrases: FindingPhrases

    /// Prepares the wordings; keep the value and use it for all reports.
    public init(ontology: Ontology) {
        phrases = FindingPhrases(ontology: ontology)
    }

    /// Appends one object.
    /// - Parameters:
    ///   - graph: made with this ontology.
    ///   - id: UTF-8.
    public func append(_ graph: ReportGraph, id: [UInt8], to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("id")
            writer.string(utf8: id)
            writer.key("findings")
            writer.string(FindingList(graph, phrases: phrases).text)
        }
    }
}
