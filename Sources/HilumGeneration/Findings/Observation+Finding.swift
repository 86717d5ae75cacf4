import Hilum

extension Observation {
    /// What states a finding, in no words.
    init(stating finding: Finding) {
        let nowhere = TextSpan(0, 0)
        func stated<Value: Hashable & Sendable>(_ value: Value?) -> Stated<Value>? { value.map { Stated($0, span: nowhere) } }
        func sites(_ places: [Finding.Place]) -> [Site] {
            places.map { Site(concept: $0.site, laterality: $0.laterality, span: nowhere) }
        }
        self.init(concept: finding.concept, status: finding.status, span: nowhere)
        likelihood = finding.likelihood
        self.sites = sites(finding.places)
        laterality = stated(finding.laterality)
        severity = stated(finding.severity)
        size = stated(finding.size)
        change = stated(finding.change)
        count = stated(finding.count)
        descriptors = finding.descriptors.map { Stated($0, span: nowhere) }
        if let tip = finding.tip {
            self.tip = DevicePosition(
                sites: sites(tip.places), relation: tip.relation, isVisible: tip.isVisible, span: nowhere)
            self.sites += sites(tip.places)
        }
        if let placement = finding.placement {
            self.placement = Stated(placement, span: nowhere)
            isPlacementStated = true
        }
    }
}
