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
        let positions = [observation.tip, observation.sidePort].compactMap(\.self)
        finding.lengths = observation.measurements.filter { length in !positions.contains { $0.distance == length } }
            .map { Finding.Length($0) }
        finding.tip = observation.tip.map { Finding.Tip($0) }
        finding.sidePort = observation.sidePort.map { Finding.Tip($0) }
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
    fileprivate init(_ position: DevicePosition) {
        self.init(
            places: position.sites.map { Finding.Place($0) }, relation: position.relation,
            distance: position.distance.map { Finding.Length($0) }, isVisible: position.isVisible)
    }
}
