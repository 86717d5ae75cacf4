import HilumExtraction

extension ReportGraph {
    /// The graph as a reader checks it at a glance: each observation as one line (`present small left pleural effusion at left lung base
    /// increased`), then what suggests what (`lung opacity suggests atelectasis`).
    var lines: [String] {
        observations.map(line)
            + triples.filter { $0.relation == .suggestiveOf }.map { "\($0.source) suggests \($0.target)" }
    }

    private func line(_ observation: Observation) -> String {
        let sites = observation.sites.map(name(of:)).joined(separator: " and ")
        let lengths = observation.measurements.map { "\($0.value) \($0.unit)" }.joined(separator: " x ")
        let parts: [String?] = [
            observation.status.rawValue, observation.size?.value.rawValue, observation.severity?.value.rawValue,
            observation.laterality?.value.rawValue, concept(observation.concept).name, sites.isEmpty ? nil : "at \(sites)",
            observation.change?.value.rawValue, lengths.isEmpty ? nil : lengths,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
