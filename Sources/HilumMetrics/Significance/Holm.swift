/// The step-down correction of Holm (Scandinavian Journal of Statistics 6, 1979): of several tests, the chance to find any difference where
/// there is none stays below the level.
public enum Holm {
    /// - Parameter p: of the tests of one family, 0–1.
    /// - Returns: adjusted, in the same order: the largest of (m − i + 1)·pᵢ over the tests with no larger p, i counted from 1 in rising
    ///   order of m tests, at most 1.
    public static func adjusted(_ p: [Double]) -> [Double] {
        var adjusted = p
        var largest = 0.0
        for (rank, index) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated() {
            largest = max(largest, min(1, Double(p.count - rank) * p[index]))
            adjusted[index] = largest
        }
        return adjusted
    }
}
