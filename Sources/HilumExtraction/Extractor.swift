import HilumOntology

/// Reads reports into graphs. A value that any number of threads may share.
public struct Extractor: Sendable {
    public let ontology: Ontology

    public init(ontology: Ontology) {
        self.ontology = ontology
    }

    /// What a report says. Never fails: what is not understood makes no observation.
    public func graph(of report: Report) -> ReportGraph {
        ReportGraph(ontology: ontology, text: report.text)
    }

    public func graph(of text: String) -> ReportGraph {
        graph(of: Report(text))
    }
}
