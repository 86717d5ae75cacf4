@testable import HilumOntology

/// An ontology of two findings, two sites and a descriptor: enough to write a graph.
enum TinyOntology {
    private static let rows: [String: [String]] = [
        "concepts/findings.tsv": [
            "finding.pleural-effusion|pleural effusion||actionable|anatomy.pleura|RID34539|Pleural Effusion|Pleural Effusion"
                + "|Pleural Effusion",
            "finding.pneumothorax|pneumothorax||urgent|anatomy.pleura|RID5352||Pneumothorax|Pneumothorax",
        ],
        "concepts/anatomy.tsv": [
            "anatomy.pleura|pleura|||paired|RID1362||pleura",
            "anatomy.lung-apex|lung apex||anatomy.pleura|paired|RID1302||lung/apex",
        ],
        "concepts/descriptors.tsv": ["descriptor.loculated|loculated|||-"],
    ]

    static func make() throws -> Ontology {
        let folder = try TemporaryFolder()
        for file in TableSchema.all.flatMap(\.files) {
            let lines = [file.columns.joined(separator: "\t")] + (rows[file.path] ?? []).map { $0.replacing("|", with: "\t") }
            _ = try folder.file(file.path, lines.map { $0 + "\n" }.joined())
        }
        return try Ontology(tables: folder.path)
    }
}
