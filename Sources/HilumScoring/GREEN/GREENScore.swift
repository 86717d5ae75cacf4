/// The arithmetic of GREEN (Ostmeier et al. 2024, arXiv:2405.03595): matched findings against clinically significant errors.
public enum GREENScore {
    /// matched / (matched + significant errors), 0–1, higher is better.
    /// - Parameter whenNothingCounts: the score where there is neither a match nor a significant error: 0 upstream.
    public static func value(matched: Int, significantErrors: Int, whenNothingCounts: Double = 0) -> Double {
        let counted = matched + significantErrors
        return counted == 0 ? whenNothingCounts : Double(matched) / Double(counted)
    }

    /// Statements of the two reports that agree in polarity: pairs of findings, and normal statements that the other report makes
    /// too.
    static func matched(in alignment: Alignment) -> Int {
        let normal = max(
            alignment.referenceAbsences.count { $0.kind == .stated }, alignment.candidateAbsences.count { $0.kind == .stated })
        return alignment.pairs.count + normal
    }
}
