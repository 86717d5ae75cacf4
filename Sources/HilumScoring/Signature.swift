import HilumOntology

/// The version of this library; results name it.
public enum HilumVersion {
    public static let current = "0.1.0"
}

/// What a score depends on, in one line, so that a published figure can be repeated (the habit of sacreBLEU, Post 2018).
public enum ScoreSignature {
    /// `hilum:0.1.0|ontology:0123456789abcdef|mode:hilum|chexpert-uncertain:positive|blank-pair:1|sd:sample`
    public static func text(ontology: Ontology) -> String {
        "hilum:\(HilumVersion.current)|ontology:\(ontology.hash)|mode:hilum|chexpert-uncertain:positive|blank-pair:1|sd:sample"
    }

    /// Of a task other than reports: `hilum:0.1.0|ontology:none|task:grounding|boxes:xyxy|sd:sample`
    /// - Parameters:
    ///   - ontology: nil where no concept is compared.
    ///   - policies: as `name:value`.
    public static func text(task: String, ontology: Ontology?, policies: [String]) -> String {
        (["hilum:\(HilumVersion.current)", "ontology:\(ontology?.hash ?? "none")", "task:\(task)"] + policies + ["sd:sample"])
            .joined(separator: "|")
    }
}
