import HilumMetrics
import HilumOntology

/// The version of this library; results name it.
public enum HilumVersion {
    public static let current = "0.1.0"
}

/// What a score depends on, in one line, so that a published figure can be repeated (the habit of sacreBLEU, Post 2018).
public enum ScoreSignature {
    /// Of scores of reports: `hilum:0.1.0|ontology:0123456789abcdef|mode:hilum|chexpert-uncertain:positive|blank-pair:1|blank-pair-lexical:0`
    /// `|averaging:pairs|sd:sample`. The averages are means over pairs; where a figure is averaged otherwise, its name says how (`micro_14`,
    /// `corpus_bleu_4`).
    /// - Parameters:
    ///   - uncertain: what an uncertain label counts as in the F1 of CheXpert labels.
    ///   - givenLabels: the sides (`reference`, `candidate`) whose labels are another labeller's; then `chexpert-labels:given-reference`
    ///     or the like stands behind.
    public static func text(ontology: Ontology, uncertain: UncertainPolicy = .positive, givenLabels: [String] = []) -> String {
        let labels = givenLabels.isEmpty ? "" : "|chexpert-labels:given-\(givenLabels.sorted().joined(separator: "-"))"
        return "hilum:\(HilumVersion.current)|ontology:\(ontology.hash)|mode:hilum|chexpert-uncertain:\(uncertain.rawValue)"
            + "|blank-pair:1|blank-pair-lexical:0|averaging:pairs|sd:sample\(labels)"
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
