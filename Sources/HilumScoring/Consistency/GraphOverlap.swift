import HilumExtraction
import HilumMetrics
import HilumOntology

/// Intersection over union of two graphs' entities and relations, as sets of concepts (the measure of CheXPO-v2, by meaning
/// instead of by spelling). Elements are packed into integers.
enum GraphOverlap {
    /// |A ∩ B| / |A ∪ B|; 1 when both are empty.
    static func intersectionOverUnion(_ one: consuming [UInt64], _ other: consuming [UInt64]) -> Double {
        SetOverlap(candidate: one, reference: other).intersectionOverUnion ?? 1
    }

    /// (finding, status).
    static func entities(of statements: Statements) -> [UInt64] {
        var entities: [UInt64] = []
        entities.reserveCapacity(statements.positive.count + statements.absent.count)
        // By place and not by element, here and below, as statements are large.
        for index in statements.positive.indices {
            let status: UInt64 = statements.positive[index].status == .present ? 0 : 1
            entities.append(element(.entity, statements.positive[index].concept, status))
        }
        for index in statements.absent.indices { entities.append(element(.entity, statements.absent[index].concept, 2)) }
        return entities
    }

    /// (finding, located_at, site with side), (modifier, modify, finding with side), (finding, suggestive_of, disease).
    static func relations(of statements: Statements, in graph: ReportGraph) -> [UInt64] {
        var relations: [UInt64] = []
        relations.reserveCapacity(2 * statements.positive.count + statements.absent.count)
        append(statements.positive, to: &relations)
        append(statements.absent, to: &relations)
        for suggestion in graph.suggestions
        where graph.observations.indices.contains(suggestion.finding) && graph.observations.indices.contains(suggestion.disease) {
            let disease = graph.observations[suggestion.disease].concept
            relations.append(element(.suggestion, graph.observations[suggestion.finding].concept, UInt64(disease.rawValue)))
        }
        return relations
    }

    private static func append(_ statements: [Statement], to relations: inout [UInt64]) {
        for index in statements.indices {
            let sides = statements[index].sides
            if !sides.isEmpty { relations.append(element(.side, statements[index].concept, UInt64(sides.rawValue))) }
            if !statements[index].details.isEmpty { appendDetails(of: statements[index], to: &relations) }
        }
    }

    private static func appendDetails(of statement: Statement, to relations: inout [UInt64]) {
        guard let details = statement.details.first else { return }
        for site in details.sites {
            relations.append(element(.location, statement.concept, UInt64(site.concept.rawValue), UInt64(site.sides.rawValue)))
        }
        for site in details.tip?.sites ?? [] {
            relations.append(element(.tip, statement.concept, UInt64(site.concept.rawValue), UInt64(site.sides.rawValue)))
        }
        if details.placement != nil {
            relations.append(element(.placement, statement.concept, UInt64(statement.placementRank)))
        }
        // With the sides, as of two findings of one concept it matters which is the large one.
        let sides = UInt64(statement.sides.rawValue)
        if let degree = details.degree {
            relations.append(element(.degree, statement.concept, UInt64(degree.level), sides))
        }
        if details.change != nil {
            relations.append(element(.change, statement.concept, UInt64(statement.changeRank), sides))
        }
        for descriptor in details.descriptors {
            relations.append(element(.descriptor, statement.concept, UInt64(descriptor.value.rawValue), sides))
        }
    }

    private enum Kind: UInt64 {
        case entity, location, side, degree, change, descriptor, suggestion, tip, placement
    }

    private static func element(_ kind: Kind, _ concept: ConceptID, _ value: UInt64, _ side: UInt64 = 0) -> UInt64 {
        kind.rawValue << 48 | UInt64(concept.rawValue) << 32 | value << 8 | side
    }
}
