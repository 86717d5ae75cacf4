/// F1 over the words of change in two texts, 0–1, higher is better: the arithmetic of Libra's temporal F1 as in RadEval 2.2.1.
///
///     P = (shared + ε)/(candidate's + ε), R = (shared + ε)/(reference's + ε), F1 = 2PR/(P + R + ε), ε = 10⁻¹⁰
///     no word in either: 1; none in the reference alone: ε
///
/// It sees which words stand there, not what has changed: "no new effusion" has the word of "new effusion".
public struct TemporalScore: Sendable, Hashable {
    /// Each word once, in alphabetical order.
    public let candidate: [String]
    public let reference: [String]
    public let f1: Double

    public init(candidate: Set<String>, reference: Set<String>) {
        self.candidate = candidate.sorted()
        self.reference = reference.sorted()
        f1 = Self.f1(SetOverlap(candidate: candidate, reference: reference))
    }

    private static func f1(_ overlap: SetOverlap) -> Double {
        let epsilon = 1e-10
        guard overlap.reference > 0 else { return overlap.candidate > 0 ? epsilon : 1 }
        let shared = Double(overlap.shared) + epsilon
        let precision = shared / (Double(overlap.candidate) + epsilon)
        let recall = shared / (Double(overlap.reference) + epsilon)
        return 2 * precision * recall / (precision + recall + epsilon)
    }
}
