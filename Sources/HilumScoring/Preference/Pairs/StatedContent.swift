import HilumExtraction
import HilumOntology

/// What a report says whatever its words and their order: equal for two texts that make the same statements and leave the same words
/// unread. To be compared under one ontology.
public struct StatedContent: Sendable, Hashable {
    private var statements: Set<Statement>
    private var suggestions: Set<[Statement]>
    private var comparisons: Set<Change>
    private var unasserted: Set<Mention>
    /// What was not understood may say anything: it is the same only in the same words.
    private var unread: Set<[UInt8]>

    /// - Returns: nil where nothing is stated, so that two such texts can only be the same in their words.
    public init?(of graph: ReportGraph) {
        let stated = graph.observations.map { Statement($0, place: graph.ontology.concepts[$0.concept.index].sites) }
        statements = Set(stated)
        suggestions = Set(
            graph.suggestions.filter { stated.indices.contains($0.finding) && stated.indices.contains($0.disease) }
                .map { [stated[$0.finding], stated[$0.disease]] })
        comparisons = Set(graph.comparisons.map(\.value))
        unasserted = Set(graph.unasserted.map { Mention(concept: $0.concept, reason: $0.reason) })
        unread = Set(graph.unrecognised.map { PlainWords.of(graph.text[$0.start..<$0.end]) })
        if statements.isEmpty && comparisons.isEmpty { return nil }
    }

    /// An observation without its spans and its section.
    private struct Statement: Sendable, Hashable {
        var concept: ConceptID
        var status: Status
        var likelihood: Double?
        var sites: Set<Place>
        var laterality: Laterality?
        var severity: Severity?
        var size: Size?
        var change: Change?
        var descriptors: Set<ConceptID>
        var lengths: Set<Length>
        var count: FindingCount?
        var tip: Position?
        var sidePort: Position?
        var placement: Placement?

        /// - Parameter place: where the finding may lie. The only place says nothing that the finding does not: ribs of a rib fracture.
        init(_ observation: Observation, place: [ConceptID]) {
            concept = observation.concept
            status = observation.status
            likelihood = observation.likelihood
            sites = Set(observation.sites.filter { place != [$0.concept] }.map(Place.init))
            laterality = observation.laterality?.value
            severity = observation.severity?.value
            size = observation.size?.value
            change = observation.change?.value
            descriptors = Set(observation.descriptors.map(\.value))
            lengths = Set(observation.measurements.map(Length.init))
            count = observation.count?.value
            tip = observation.tip.map(Position.init)
            sidePort = observation.sidePort.map(Position.init)
            placement = observation.placement?.value
        }
    }

    private struct Place: Sendable, Hashable {
        var concept: ConceptID
        var laterality: Laterality?

        init(_ site: Site) {
            concept = site.concept
            laterality = site.laterality
        }
    }

    private struct Length: Sendable, Hashable {
        var millimetres: Double
        var isPrior: Bool

        init(_ measurement: Measurement) {
            millimetres = measurement.millimetres
            isPrior = measurement.isPrior
        }
    }

    private struct Position: Sendable, Hashable {
        var sites: [Place]
        var relation: TipRelation
        var distance: Length?
        var isVisible: Bool

        init(_ position: DevicePosition) {
            sites = position.sites.map(Place.init)
            relation = position.relation
            distance = position.distance.map(Length.init)
            isVisible = position.isVisible
        }
    }

    private struct Mention: Sendable, Hashable {
        var concept: ConceptID
        var reason: UnassertedReason
    }
}
