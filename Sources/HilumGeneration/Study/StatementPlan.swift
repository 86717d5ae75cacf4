#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension FindingOutputs {
    /// The statements to make, by their places in the list: those whose probability reaches its threshold and that are excluded by none
    /// which exceeds its own by more, as odds go. Ties go to the earlier one; where none reaches its threshold, the nearest is made.
    /// - Parameter probabilities: of each statement, 0–1.
    func plan(_ probabilities: [Double]) -> [Int] {
        let margins = zip(probabilities, statements).map { Self.logOdds($0) - Self.logOdds($1.threshold) }
        let ordered = margins.indices.sorted { (margins[$0], $1) > (margins[$1], $0) }
        var chosen = Array(ordered.prefix(1))
        for candidate in ordered.dropFirst() where margins[candidate] >= 0 {
            if !statements[candidate].excludes.contains(where: chosen.contains) { chosen.append(candidate) }
        }
        return chosen.sorted()
    }

    static func logOdds(_ probability: Double) -> Double {
        let bounded = min(max(probability, 1e-9), 1 - 1e-9)
        return log(bounded / (1 - bounded))
    }
}
