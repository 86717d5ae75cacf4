import HilumExtraction
import HilumOntology

/// Writes report graphs as CSV, one row an observation; a report without observations has no row. Lists are joined by `; `.
public enum GraphCSV {
    public static let header = [
        "id", "concept", "name", "kind", "status", "sites", "laterality", "severity", "size", "change", "measurements",
        "descriptors",
        "hedge", "section", "text", "start", "end", "radlex", "mesh", "chexpert", "tip", "placement", "count",
    ]

    /// Appends the rows of a report.
    /// - Parameter id: UTF-8.
    public static func append(_ graph: ReportGraph, id: [UInt8], to writer: inout CSVWriter) {
        for (index, observation) in graph.observations.enumerated() {
            let concept = graph.concept(observation.concept)
            writer.cell(utf8: id)
            writer.cell(concept.identifier)
            writer.cell(concept.name)
            writer.cell(concept.kind.rawValue)
            writer.cell(observation.status.rawValue)
            writer.cell(list(observation.sites.map(graph.name)))
            writer.cell(observation.laterality?.value.rawValue)
            writer.cell(observation.severity?.value.rawValue)
            writer.cell(observation.size?.value.rawValue)
            writer.cell(observation.change?.value.rawValue)
            writer.cell(list(observation.measurements.filter { !$0.isPrior }.map { "\(decimal($0.value)) \($0.unit)" }))
            writer.cell(list(observation.descriptors.map { graph.concept($0.value).name }))
            writer.cell(graph.hedge(of: index))
            writer.cell(observation.section.rawValue)
            writer.cell(utf8: graph.text[observation.span.start..<observation.span.end])
            writer.cell(observation.span.start)
            writer.cell(observation.span.end)
            writer.cell(list(concept.radlex))
            writer.cell(list(concept.mesh))
            writer.cell(list(concept.chexpert.map(\.rawValue)))
            writer.cell(list((observation.tip?.sites ?? []).map(graph.name)))
            writer.cell(observation.placement?.value.rawValue)
            writer.cell(observation.count?.value.name)
            writer.endRow()
        }
    }

    private static func list(_ parts: [String]) -> String { parts.joined(separator: "; ") }

    private static func decimal(_ value: Double) -> String {
        var digits = ByteBuffer()
        digits.appendDecimal(value)
        return String(decoding: digits.bytes, as: UTF8.self)
    }
}
