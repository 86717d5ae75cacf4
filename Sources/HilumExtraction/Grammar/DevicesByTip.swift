import HilumOntology

extension Grammar {
    /// By site: the entry of the device that should end there; of several that which placements.tsv names first.
    static func devicesByTip(_ ontology: Ontology, _ lexicon: Lexicon) -> [ConceptID: Int32] {
        let rules = ontology.placements.filter {
            $0.part == .tip && !$0.isOfNamedPart && $0.relation == .at && $0.placement == .satisfactory
        }
        var devices: [ConceptID: Int32] = [:]
        for site in ontology.sites {
            guard let rule = rules.first(where: { ontology.isPart(site, of: $0.site) }) else { continue }
            devices[site] = lexicon.entry(named: ontology[rule.device].name)
        }
        return devices
    }
}
