import Foundation

/// One code, `Opacity/lung/base/left`: a heading and what qualifies it, in lower case.
struct Code {
    let heading: String
    let qualifiers: Set<String>

    init(_ text: String) {
        let parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        heading = parts.first ?? ""
        qualifiers = Set(parts.dropFirst())
    }

    var labels: Set<Label> {
        var labels = Set(Label.ofHeading[heading].map { [$0] } ?? [])
        for rule in Label.ofQualifiedHeading where rule.headings.contains(heading) {
            if rule.qualifiers.isEmpty || !rule.qualifiers.isDisjoint(with: qualifiers) { labels.formUnion(rule.labels) }
        }
        return labels
    }
}

/// The words of the coding that say where something is and how much of it there is.
enum CodeVocabulary {
    static let vertebrae: Set = ["spine", "thoracic vertebrae", "lumbar vertebrae", "cervical vertebrae"]
    static let aorta: Set = ["aorta", "aorta, thoracic"]
    static let sides: Set = ["left", "right", "bilateral"]
    /// 1 mild, 2 moderate, 3 severe.
    static let severities = ["mild": 1, "borderline": 1, "small": 1, "moderate": 2, "severe": 3, "large": 3]
    static let lungSites: Set = [
        "base", "lower lobe", "upper lobe", "middle lobe", "apex", "lingula", "hilum", "retrocardiac", "costophrenic angle",
    ]
    static let otherSites: Set = [
        "ribs", "clavicle", "aorta", "aorta, thoracic", "mediastinum", "pleura", "diaphragm", "heart", "lymph nodes",
        "thoracic vertebrae", "spine", "trachea", "paratracheal", "shoulder", "humerus", "abdomen",
    ]

    /// Sites that coders use for one another are one.
    static func merged(site: String) -> String {
        if aorta.contains(site) { return "aorta" }
        if vertebrae.contains(site) { return "spine" }
        return site == "base" ? "lower lobe" : site
    }
}
