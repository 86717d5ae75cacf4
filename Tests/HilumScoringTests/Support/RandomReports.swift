import HilumOntology
import HilumTestSupport

extension [Said] {
    private static let findings = [
        "opacity", "consolidation", "atelectasis", "edema", "nodule", "mass", "effusion", "pneumothorax", "cardiomegaly",
        "tortuous-aorta",
        "scoliosis", "fracture", "disease.pneumonia",
    ]
    private static let lungSites = ["upper-lobe", "lower-lobe", "lung-base", "lower-zone", "lung"]
    private static let lengths = ["4 mm", "6 mm", "9 mm", "1.5 cm", "4 cm"]
    private static let descriptors = ["patchy", "acute", "healed"]
    private static let sided: Set = ["opacity", "consolidation", "atelectasis", "nodule", "mass", "effusion", "pneumothorax"]
    private static let sited: Set = ["opacity", "consolidation", "atelectasis", "nodule", "mass"]
    private static let measured: Set = ["nodule", "mass", "pneumothorax"]

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
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: said.size = Size.allCases.randomElement(using: &generator)
                case 1, 2: said.severity = Severity.allCases.randomElement(using: &generator)
                default: break
                }
                if measured.contains(name), Bool.random(using: &generator) {
                    said.length = lengths.randomElement(using: &generator)
                }
                said.descriptors = descriptors.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
                said.change = [nil, nil, .new, .increased, .decreased, .unchanged].randomElement(using: &generator) ?? nil
            }
            if name == "opacity", Bool.random(using: &generator) { said.suggests = "disease.pneumonia" }
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

extension [Change] {
    /// What a report may say of the whole: mostly nothing.
    static func random(using generator: inout SeededGenerator) -> [Change] {
        [[], [], [], [.unchanged], [.increased], [.unchanged, .decreased]].randomElement(using: &generator) ?? []
    }
}
