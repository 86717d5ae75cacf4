import HilumMetrics
import HilumOntology

/// The version of this library; results name it.
public enum HilumVersion {
    public static let current = "0.1.0"
}

/// What a score depends on, in one line, so that a published figure can be repeated (the habit of sacreBLEU, Post 2018).
public enum ScoreSignature {
    /// References that a model has written.
    public struct References: Sendable, Hashable {
        /// What they are written of: `images`, `findings` or `labels`.
        public var source: String
        /// Its name and the hash of its weights.
        public var model: String
        /// Whether others are given.
        public var areMixed: Bool

        public init(source: String, model: String, areMixed: Bool) {
            self.source = source
            self.model = model
            self.areMixed = areMixed
        }
    }

    /// Of scores of reports: `hilum:0.1.0|ontology:0123456789abcdef|mode:hilum|chexpert-uncertain:positive|blank-pair:1|blank-pair-lexical:0`
    /// `|averaging:pairs|sd:sample`. The averages are means over pairs; where a figure is averaged otherwise, its name says how (`micro_14`,
    /// `corpus_bleu_4`).
    /// - Parameters:
    ///   - uncertain: what an uncertain label counts as in the F1 of CheXpert labels.
    ///   - givenLabels: the sides (`reference`, `candidate`) whose labels are another labeller's; then `chexpert-labels:given-reference`
    ///     or the like stands behind.
    ///   - references: nil where all are given; else `references:generated-of-images|generator:NAME` or `references:mixed-of-images|…` stands
    ///     behind.
    public static func text(
        ontology: Ontology, uncertain: UncertainPolicy = .positive, givenLabels: [String] = [], references: References? = nil
    ) -> String {
        let origin =
            references.map { "|references:\($0.areMixed ? "mixed" : "generated")-of-\($0.source)|generator:\($0.model)" } ?? ""
        let labels = givenLabels.isEmpty ? "" : "|chexpert-labels:given-\(givenLabels.sorted().joined(separator: "-"))"
        return "hilum:\(HilumVersion.current)|ontology:\(ontology.hash)|mode:hilum|chexpert-uncertain:\(uncertain.rawValue)"
            + "|blank-pair:1|blank-pair-lexical:0|averaging:pairs|sd:sample\(labels)\(origin)"
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
