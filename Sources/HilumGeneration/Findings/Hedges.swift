import Hilum

/// The hedges that phrases are written with, out of all that are read: few, so that what is meant alike is said alike.
struct Hedges: Sendable {
    struct Hedge: Sendable {
        var text: String
        var likelihood: Double
    }

    /// What they are called in cues.tsv, the one first that a hedge without a likelihood is taken for.
    private static let texts = ["possible", "probable"]

    private let hedges: [Hedge]

    init(ontology: Ontology) {
        hedges = Self.texts.compactMap { text in
            guard let likelihood = ontology.cues.first(where: { $0.text == text && $0.kind == .hedge })?.likelihood else {
                return nil
            }
            return Hedge(text: text, likelihood: likelihood)
        }
    }

    /// The one that makes a finding most nearly as likely.
    func nearest(to likelihood: Double?) -> Hedge {
        let first = hedges.first ?? Hedge(text: Self.texts[0], likelihood: 0.5)
        guard let likelihood else { return first }
        return hedges.min { abs($0.likelihood - likelihood) < abs($1.likelihood - likelihood) } ?? first
    }
}
