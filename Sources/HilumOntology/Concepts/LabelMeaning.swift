/// The sets of labels that data sets come with.
public enum LabelSet: String, CaseIterable, Sendable, Codable {
    /// The 14 of CheXpert (Irvin et al. 2019, arXiv:1901.07031).
    case chexpert
    /// The 14 of NIH ChestX-ray14 (Wang et al. 2017, arXiv:1705.02315), and No Finding.
    case nih
}

/// What a label says where it is all that is known of an image.
public struct LabelMeaning: Sendable, Hashable {
    public let set: LabelSet
    /// As the set writes it: `Pleural_Thickening`.
    public let label: String
    public let concept: ConceptID
    /// What a positive label says of the concept: present, or absent for No Finding.
    public let status: Status
    /// What a negative label says to be absent; nil if it says nothing.
    public let denied: ConceptID?
}

extension OntologyBuilder {
    func labels() throws(OntologyError) -> [LabelMeaning] {
        var labels: [LabelMeaning] = []
        for row in tables.rows(.labels) {
            let set = try row.value("set", as: LabelSet.self)
            let label = try row.required("label")
            guard !labels.contains(where: { $0.set == set && $0.label == label }) else {
                throw row.problem("label", "'\(label)' stands there twice")
            }
            let status = try row.value("status", as: Status.self)
            guard status != .uncertain else { throw row.problem("status", "must be present or absent") }
            let concept = try reference(row["concept"], "concept", row)
            let denied =
                row["denied"].isEmpty ? concept : row["denied"] == "-" ? nil : try reference(row["denied"], "denied", row)
            labels.append(LabelMeaning(set: set, label: label, concept: concept, status: status, denied: denied))
        }
        return labels
    }
}
