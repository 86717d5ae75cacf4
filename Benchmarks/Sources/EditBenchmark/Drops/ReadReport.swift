import Hilum

/// A report in each of the forms that scores compare.
struct ReadReport {
    let text: [UInt8]
    let graph: ReportGraph
    /// As CheXPO-v2 and as RadGraph have it.
    let words: EntityGraph
    let annotation: RadGraphAnnotation

    init(_ text: String, _ hilum: Hilum) {
        self.text = Array(text.utf8)
        graph = hilum.extract(text)
        words = EntityGraph(of: graph)
        annotation = RadGraphAnnotation(of: graph)
    }

    /// How grave the gravest finding is of which they do not say the same; nil where they say the same of all.
    func gravestDifference(from other: ReadReport) -> Significance? {
        Set(statements).symmetricDifference(other.statements).map(\.significance).max()
    }

    private var statements: [Statement] {
        graph.observations.map { Statement($0, significance: graph.concept($0.concept).significance) }
    }

    /// What is said of a finding, without the words that say it.
    private struct Statement: Hashable {
        let significance: Significance
        private let concept: ConceptID
        private let status: Status
        private let sites: Set<Place>
        private let laterality: Laterality?
        private let severity: Severity?
        private let size: Size?
        private let change: Change?
        private let lengths: [Double]

        private struct Place: Hashable {
            let concept: ConceptID
            let laterality: Laterality?
        }

        init(_ observation: Observation, significance: Significance) {
            self.significance = significance
            concept = observation.concept
            status = observation.status
            sites = Set(observation.sites.map { Place(concept: $0.concept, laterality: $0.laterality) })
            laterality = observation.laterality?.value
            severity = observation.severity?.value
            size = observation.size?.value
            change = observation.change?.value
            lengths = observation.measurements.map(\.millimetres)
        }
    }
}
