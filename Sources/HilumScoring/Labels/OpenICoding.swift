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
            for head in graph.ontology[observation.concept].openI {
                for code in self.codes(of: observation, head: head, in: graph) where !codes.contains(code) {
                    codes.append(code)
                }
            }
        }
        return codes.isEmpty ? ["normal"] : codes
    }

    private static func isCoded(_ observation: Observation) -> Bool {
        switch observation.status {
        case .present: true
        case .absent: false
        case .uncertain: (observation.likelihood ?? 0) >= codedLikelihood
        }
    }

    /// A term for each site; one without a site where none is coded.
    private static func codes(of observation: Observation, head: String, in graph: ReportGraph) -> [String] {
        let sites = observation.sites.compactMap { site in
            graph.ontology[site.concept].openI.first.map { (path: $0, laterality: site.laterality) }
        }
        guard !sites.isEmpty else {
            return [code(head, site: nil, laterality: observation.laterality?.value, observation, graph)]
        }
        let stated = observation.laterality?.value
        let isSided = sites.contains { $0.laterality != nil }
        let coded = sites.map {
            code(head, site: $0.path, laterality: isSided ? $0.laterality : stated, observation, graph)
        }
        // "bilateral opacities, most notable in the right base"
        let isWider = stated == .bilateral && isSided && Set(sites.compactMap(\.laterality)).count == 1
            && !sites.contains { $0.laterality == .bilateral }
        return isWider ? [code(head, site: nil, laterality: stated, observation, graph)] + coded : coded
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
