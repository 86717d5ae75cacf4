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
}
