import Hilum

/// Reads findings out of graphs and texts.
struct FindingReader: Sendable {
    let ontology: Ontology
    let hedges: Hedges
    let extractor: Extractor
    let scorer: Scorer

    init(ontology: Ontology) {
        self.ontology = ontology
        hedges = Hedges(ontology: ontology)
        extractor = Extractor(ontology: ontology)
        scorer = Scorer(ontology: ontology)
    }

    /// What a graph says, observation by observation.
    /// - Parameter graph: made with this ontology.
    func findings(of graph: ReportGraph) -> [Finding] { graph.observations.map(finding) }

    /// The graph of a list: as its text reads, where that is what the list says, else made of the findings.
    func graph(saying list: FindingList) -> ReportGraph {
        let findings = list.entries.map(\.finding)
        let graph = extractor.graph(of: list.text)
        if self.findings(of: graph) == findings { return graph }
        return ReportGraph(
            ontology: ontology, text: Array(list.text.utf8), observations: findings.map { Observation(stating: $0) })
    }

    /// What an observation says.
    func finding(_ observation: Observation) -> Finding {
        var finding = Finding(observation.concept, observation.status)
        if finding.status == .uncertain { finding.likelihood = hedges.nearest(to: observation.likelihood).likelihood }
        let tipSites = observation.tip?.sites ?? []
        let sites = observation.sites.filter {
            !tipSites.contains($0) && !scorer.isImplied($0.concept, by: observation.concept)
        }
        finding.places = Set(sites.map { Finding.Place($0) }).sorted()
        finding.laterality = observation.laterality?.value
        // Denied on both sides is denied.
        if finding.status == .absent, finding.laterality == .bilateral, finding.places.allSatisfy({ $0.laterality == nil }) {
            finding.laterality = nil
        }
        finding.severity = observation.severity?.value
        finding.size = observation.size?.value
        finding.change = observation.change?.value
        finding.count = observation.count?.value
        finding.descriptors = Set(observation.descriptors.map(\.value)).sorted()
        finding.lengths = observation.measurements.filter { $0 != observation.tip?.distance }.map { Finding.Length($0) }
        finding.tip = observation.tip.map { Finding.Tip($0) }
        if observation.isPlacementStated { finding.placement = observation.placement?.value }
        return finding
    }
}

extension Finding.Place {
    fileprivate init(_ site: Site) { self.init(site.concept, laterality: site.laterality) }
}

extension Finding.Length {
    fileprivate init(_ length: Measurement) { self.init(value: length.value, unit: length.unit, isPrior: length.isPrior) }
}

extension Finding.Tip {
    fileprivate init(_ tip: DevicePosition) {
        self.init(
            places: tip.sites.map { Finding.Place($0) }, relation: tip.relation,
            distance: tip.distance.map { Finding.Length($0) },
            isVisible: tip.isVisible)
    }
}
