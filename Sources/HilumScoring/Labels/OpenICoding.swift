import HilumExtraction
import HilumOntology

/// A graph in the grammar of Open-i's manual coding (Demner-Fushman et al. 2016, doi:10.1093/jamia/ocv080): `HEAD/site/laterality/qualifiers`.
public enum OpenICoding {
    /// From this likelihood on, Open-i's coders mostly code a hedged finding as present.
    public static let codedLikelihood = 0.5

    /// The coded terms of what a graph asserts, each once, in the order of the text; `["normal"]` when there is nothing to code.
    ///
    /// A hedged finding counts from `codedLikelihood` on ("probable", "versus", "suggests"), as the coders do.
    public static func codes(of graph: ReportGraph) -> [String] {
        var codes: [String] = []
        for observation in graph.observations where isCoded(observation) {
            for concept in graph.ontology[observation.concept].openI {
                let head = inTheWordOfTheReport(concept, observation, graph)
                for code in self.codes(of: observation, head: head, in: graph) where !codes.contains(code) {
                    codes.append(code)
                }
            }
        }
        return codes.isEmpty ? ["normal"] : codes
    }

    /// What is one finding here may be two words of the coding, which keeps that of the report: opacity and density, enlarged and prominent.
    private static func inTheWordOfTheReport(_ head: String, _ observation: Observation, _ graph: ReportGraph) -> String {
        let parts = head.split(separator: "/")
        guard parts.first == "Opacity" || parts.contains("enlarged") else { return head }
        let words = graph.words(at: observation.span).lowercased()
        return parts.map { part -> String in
            switch part {
            case "Opacity" where words.contains("densit"): "Density"
            case "enlarged" where words.contains("prominen"): "prominent"
            default: String(part)
            }
        }.joined(separator: "/")
    }

    private static func isCoded(_ observation: Observation) -> Bool {
        switch observation.status {
        case .present: true
        case .absent: false
        case .uncertain: (observation.likelihood ?? 0) >= codedLikelihood
        }
    }

    /// A term for each site; one without a site where none is coded. Where a device ends is not coded.
    private static func codes(of observation: Observation, head: String, in graph: ReportGraph) -> [String] {
        let ontology = graph.ontology
        let sites = observation.sites.filter {
            !observation.ends(at: $0) && !isImplied($0.concept, by: observation.concept, in: ontology)
                && ontology[$0.concept].openI.first != nil
        }
        let isSided = sites.contains { $0.laterality != nil }
        let codes = sites.compactMap { site -> String? in
            let laterality = isSided ? site.laterality : observation.laterality?.value
            guard let path = path(of: site.concept, laterality: laterality, in: ontology) else { return nil }
            return code(head, site: path, laterality: path == lingula ? nil : laterality, observation, graph)
        }
        let stated = observation.laterality?.value ?? (head == line ? sideOfTip(observation, in: ontology) : nil)
        return codes.isEmpty || isWider(stated, than: observation.sites)
            ? [code(head, site: nil, laterality: stated, observation, graph)] + codes : codes
    }

    private static let line = "Catheters, Indwelling"

    /// The coders give a line whose side is not stated that of the chamber of the heart in which it ends.
    private static func sideOfTip(_ observation: Observation, in ontology: Ontology) -> Laterality? {
        guard let tip = observation.tip, let heart = ontology.concept("anatomy.heart") else { return nil }
        return tip.sites.lazy.filter { ontology.isPart($0.concept, of: heart.id) }
            .compactMap { Sides(natural: ontology[$0.concept].sidedness).laterality }.first
    }

    /// Whether a finding lies on both sides and its sites name only one: "bilateral opacities, most notable in the right base".
    private static func isWider(_ stated: Laterality?, than sites: [Site]) -> Bool {
        let sides = Set(sites.compactMap(\.laterality))
        return stated == .bilateral && sides.count == 1 && !sides.contains(.bilateral)
    }

    /// The coders give it no side: there is just the left one.
    private static let lingula = "lung/lingula"

    /// Whether a finding cannot but lie there, so that the coding does not say so: the heart of a cardiomegaly. It does name the lung.
    private static func isImplied(_ site: ConceptID, by finding: ConceptID, in ontology: Ontology) -> Bool {
        guard let home = ontology[finding].sites.first, let lung = ontology.concept("anatomy.lung") else { return false }
        return ontology.isPart(home, of: site) && !ontology.isPart(home, of: lung.id)
            && ontology[finding].sites.allSatisfy { ontology.isPart(home, of: $0) }
    }

    /// A place that is coded by its side has three paths: without a side, on the left, and on the right or both.
    private static func path(of site: ConceptID, laterality: Laterality?, in ontology: Ontology) -> String? {
        let paths = ontology[site].openI
        guard paths.count == 3 else { return paths.first }
        switch laterality {
        case .left?: return paths[1]
        case .right?, .bilateral?: return paths[2]
        case .midline?, nil: return paths[0]
        }
    }

    private static func code(
        _ head: String, site: String?, laterality: Laterality?, _ observation: Observation, _ graph: ReportGraph
    ) -> String {
        var parts = head.split(separator: "/").map(String.init)
        func append(_ part: String) {
            if !parts.contains(where: { $0.lowercased() == part }) { parts.append(part) }
        }
        for part in site?.split(separator: "/") ?? [] { append(String(part)) }
        if let laterality, laterality != .midline { append(laterality.rawValue) }
        for descriptor in observation.descriptors { graph.ontology[descriptor.value].openI.forEach(append) }
        if let qualifier = qualifier(of: observation) { append(qualifier) }
        return parts.joined(separator: "/")
    }

    /// The coding knows mild, moderate and severe, small and large.
    private static func qualifier(of observation: Observation) -> String? {
        switch (observation.severity?.value, observation.size?.value) {
        case (.minimal?, _), (.mild?, _): "mild"
        case (.moderate?, _), (nil, .moderate?): "moderate"
        case (.severe?, _): "severe"
        case (nil, .tiny?), (nil, .small?): "small"
        case (nil, .large?): "large"
        case (nil, nil): nil
        }
    }
}
