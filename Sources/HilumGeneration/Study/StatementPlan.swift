#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FindingOutputs {
    /// The statements to make, by their places in the list: those whose probability reaches its threshold and that are excluded by none
    /// which exceeds its own by more, as odds go. Ties go to the earlier one.
    /// - Parameter probabilities: of each statement, 0–1.
    func plan(_ probabilities: [Double]) -> [Int] {
        let margins = zip(probabilities, statements).map { Self.logOdds($0) - Self.logOdds($1.threshold) }
        let ordered = margins.indices.filter { margins[$0] >= 0 }.sorted { (margins[$0], $1) > (margins[$1], $0) }
        var chosen: [Int] = []
        for candidate in ordered where !statements[candidate].excludes.contains(where: chosen.contains) {
            chosen.append(candidate)
        }
        return chosen.sorted()
    }

    private static func logOdds(_ probability: Double) -> Double {
        let bounded = min(max(probability, 1e-9), 1 - 1e-9)
        return log(bounded / (1 - bounded))
    }
}
