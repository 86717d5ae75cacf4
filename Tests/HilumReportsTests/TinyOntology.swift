import HilumOntology

/// An ontology of two findings, two sites and a descriptor: enough to write a graph.
enum TinyOntology {
    static func make() throws -> Ontology {
        let folder = TemporaryFolderTables(folder: try TemporaryFolder())
        let observable = ["id", "name", "parents", "significance", "sites", "radlex", "mesh", "chexpert", "openi"]
        try folder.table(
            "concepts/findings", observable,
            [
                [
                    "finding.pleural-effusion", "pleural effusion", "", "actionable", "anatomy.pleura", "RID34539",
                    "Pleural Effusion",
                    "Pleural Effusion", "Pleural Effusion",
                ],
                [
                    "finding.pneumothorax", "pneumothorax", "", "urgent", "anatomy.pleura", "RID5352", "", "Pneumothorax",
                    "Pneumothorax",
                ],
            ])
        for file in ["diseases", "devices", "procedures"] { try folder.table("concepts/\(file)", observable) }
        try folder.table(
            "concepts/anatomy", ["id", "name", "parents", "part_of", "side", "radlex", "mesh", "openi"],
            [
                ["anatomy.pleura", "pleura", "", "", "paired", "RID1362", "", "pleura"],
                ["anatomy.lung-apex", "lung apex", "", "anatomy.pleura", "paired", "RID1302", "", "lung/apex"],
            ])
        try folder.table(
            "concepts/descriptors", ["id", "name", "radlex", "mesh", "openi"],
            [["descriptor.loculated", "loculated", "", "", "-"]])
        for file in ["findings", "diseases", "devices", "procedures", "anatomy", "descriptors"] {
            try folder.table("terms/\(file)", ["term", "concept", "laterality"])
        }
        try folder.table("language/cues", ["cue", "kind", "direction", "likelihood", "example"])
        try folder.table("language/modifiers", ["term", "attribute", "value", "negated", "example"])
        try folder.table("language/states", ["term", "state"])
        try folder.table("language/frames", ["subject", "state", "concept", "status", "example"])
        try folder.table("language/connectives", ["term", "role"])
        try folder.table("language/sections", ["heading", "section", "asserted"])
        try folder.table("language/inflections", ["form", "word"])
        try folder.table("language/abbreviations", ["abbreviation"])
        try folder.table("language/units", ["term", "unit", "millimetres"])
        return try Ontology(tables: folder.folder.path)
    }
}

private struct TemporaryFolderTables {
    let folder: TemporaryFolder

    func table(_ name: String, _ columns: [String], _ rows: [[String]] = []) throws {
        let lines = ([columns] + rows).map { $0.joined(separator: "\t") + "\n" }
        _ = try folder.file("\(name).tsv", lines.joined())
    }
}
