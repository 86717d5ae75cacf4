import HilumOntology
import HilumTestSupport

/// An ontology of two findings, two sites and a descriptor: enough to write a graph.
enum TinyOntology {
    static func make() throws -> Ontology {
        try Ontology(rows: [
            "concepts/findings.tsv": [
                "finding.pleural-effusion|pleural effusion||actionable|anatomy.pleura|RID34539|Pleural Effusion"
                    + "|Pleural Effusion|Pleural Effusion",
                "finding.pneumothorax|pneumothorax||urgent|anatomy.pleura|RID5352||Pneumothorax|Pneumothorax",
            ],
            "concepts/anatomy.tsv": [
                "anatomy.pleura|pleura|||paired|RID1362||pleura",
                "anatomy.lung-apex|lung apex||anatomy.pleura|paired|RID1302||lung/apex",
            ],
            "concepts/descriptors.tsv": ["descriptor.loculated|loculated|||-"],
        ])
    }
}
