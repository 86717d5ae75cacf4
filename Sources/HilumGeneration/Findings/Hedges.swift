import Hilum

/// The hedges that phrases are written with, out of all that are read: few, so that what is meant alike is said alike.
struct Hedges: Sendable {
    struct Hedge: Sendable {
        var text: String
        var likelihood: Double
        /// Whether it stands behind what it is said of: "pneumonia unlikely".
        var isBehind = false
    }

    /// What they are called in cues.tsv, the one first that a hedge without a likelihood is taken for.
    private static let texts = ["possible", "probable"]
    private static let doubt = "unlikely"

    private let hedges: [Hedge]
    private let unlikely: Hedge?

    init(ontology: Ontology) {
        func hedge(_ text: String) -> Hedge? {
            guard let cue = ontology.cues.first(where: { $0.text == text && $0.kind == .hedge }), let likelihood = cue.likelihood
            else { return nil }
            return Hedge(text: text, likelihood: likelihood, isBehind: cue.direction == .backward)
        }
        hedges = Self.texts.compactMap(hedge)
        unlikely = hedge(Self.doubt)
    }

    /// The one that makes a finding most nearly as likely.
    ///
    /// Unlikely is only what is no likelier than that very word makes it (0.05), not what is nearer to it than to the next: what
    /// "may be" (0.08) or is "concerning for" or "suspicious for" a finding (0.09) raises the finding, however rarely it is there.
    func nearest(to likelihood: Double?) -> Hedge {
        let first = hedges.first ?? Hedge(text: Self.texts[0], likelihood: 0.5)
        guard let likelihood else { return first }
        if let unlikely, likelihood <= unlikely.likelihood { return unlikely }
        return hedges.min { abs($0.likelihood - likelihood) < abs($1.likelihood - likelihood) } ?? first
    }
}
