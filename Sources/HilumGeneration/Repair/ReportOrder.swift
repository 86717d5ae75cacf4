import Hilum

/// Where a finding stands in a report: devices, lungs, pleura, heart, mediastinum, bones …, by concepts/report-parts.tsv.
struct ReportOrder: Sendable {
    private let ontology: Ontology
    /// By concept: its place; of what no part holds, behind all.
    private let ranks: [Int]

    init(ontology: Ontology) {
        self.ontology = ontology
        let parts = ontology.reportParts.map(\.concept)
        func rank(of concept: ConceptID) -> Int? {
            // The nearest kind; of several as near, the first in the order.
            parts.indices.compactMap { index in
                ontology.steps(from: concept, toKind: parts[index]).map { (steps: $0, index: index) }
            }
            .min { $0 < $1 }?.index
        }
        func rank(ofSite site: ConceptID) -> Int? {
            parts.indices.compactMap { index in
                ontology.steps(from: site, toWhole: parts[index]).map { (steps: $0, index: index) }
            }
            .min { $0 < $1 }?.index
        }
        ranks = ontology.concepts.map { concept in
            guard concept.kind.isObservable else { return parts.count }
            return rank(of: concept.id) ?? concept.sites.lazy.compactMap(rank(ofSite:)).first ?? parts.count
        }
    }

    /// The place of a finding's part of the report, from 0.
    func rank(of finding: Finding) -> Int { ranks[finding.concept.index] }
}
