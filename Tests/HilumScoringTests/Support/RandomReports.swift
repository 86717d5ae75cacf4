import HilumOntology

extension [Said] {
    private static let findings = [
        "opacity", "consolidation", "atelectasis", "edema", "nodule", "effusion", "pneumothorax", "cardiomegaly",
        "tortuous-aorta",
        "scoliosis", "fracture", "disease.pneumonia",
    ]
    private static let lungSites = ["upper-lobe", "lower-lobe", "lung-base", "lower-zone", "lung"]
    private static let sided: Set = ["opacity", "consolidation", "atelectasis", "nodule", "effusion", "pneumothorax"]
    private static let sited: Set = ["opacity", "consolidation", "atelectasis", "nodule"]

    /// A report of up to seven findings, each stated once or, if it has sides, at times once for each side.
    static func random(using generator: inout SeededGenerator) -> [Said] {
        var report: [Said] = []
        for name in findings.shuffled(using: &generator).prefix(Int.random(in: 0...7, using: &generator)) {
            let status: Status =
                [.present, .present, .present, .uncertain, .absent, .absent].randomElement(using: &generator) ?? .present
            var said = Said(name, status)
            if status != .absent {
                if sided.contains(name) { said.side = [nil, .left, .right, .bilateral].randomElement(using: &generator) ?? nil }
                if sited.contains(name), Bool.random(using: &generator) {
                    said.sites = [lungSites.randomElement(using: &generator) ?? "lung"]
                }
                if Bool.random(using: &generator) { said.severity = Severity.allCases.randomElement(using: &generator) }
                said.change = [nil, nil, .new, .increased, .decreased, .unchanged].randomElement(using: &generator) ?? nil
            }
            report.append(said)
            if said.side == .left, Int.random(in: 0..<4, using: &generator) == 0 {
                var other = said
                other.side = .right
                other.severity = Severity.allCases.randomElement(using: &generator)
                report.append(other)
            }
        }
        return report
    }
}
