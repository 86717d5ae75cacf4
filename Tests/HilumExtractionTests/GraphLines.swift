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

    /// All that the graph says, without where in the text it says it: two wordings have the same meaning if these are equal.
    var meaning: [String] {
        let details = observations.map { observation in
            let parts: [String?] = [
                observation.likelihood.map { "\($0)" }, observation.cue == nil ? nil : "cue",
                observation.descriptors.map { concept($0.value).name }.joined(separator: " "),
                observation.measurements.map { $0.isPrior ? "prior" : "now" }.joined(separator: " "),
                observation.comparedWith == nil ? nil : "compared",
                observation.count.map { "\($0.value)" }, words(observation.tip), words(observation.sidePort),
                observation.placement.map { "\($0.value) \(observation.isPlacementStated)" },
            ]
            return parts.compactMap(\.self).joined(separator: ", ")
        }
        return lines + details + comparisons.map(\.value.rawValue)
            + unasserted.map { "\(concept($0.concept).name) \($0.reason.rawValue)" }
    }

    private func words(_ position: DevicePosition?) -> String? {
        position.map {
            "\($0.relation) \($0.isVisible) \($0.distance?.millimetres ?? -1) \($0.sites.map(name(of:)).joined(separator: " "))"
        }
    }
}
