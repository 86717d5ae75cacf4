/// Kendall's rank correlation τ-b, which corrects for ties: do two raters put the same things above others?
///
///     KendallTau.b([(1, 2), (2, 3), (3, 1)])  // -0.333…
///
/// (concordant − discordant) / √((pairs − ties of the first)·(pairs − ties of the second)), over all pairs of items; −1–1, higher
/// is more alike. As Knight 1966 computes it, with a merge sort, in O(n log n); equal to SciPy's `kendalltau`.
public enum KendallTau {
    /// - Returns: nil where it is undefined: with fewer than two items, where a rater calls all of them equal, or where a number is NaN.
    public static func b(_ items: some Sequence<(Double, Double)>) -> Double? {
        b(weighted: items.map { Item(first: $0.0, second: $0.1, count: 1) })
    }

    /// An item that occurs `count` times.
    struct Item {
        var first: Double
        var second: Double
        var count: Int
    }

    static func b(weighted items: [Item]) -> Double? {
        guard !items.contains(where: { $0.first.isNaN || $0.second.isNaN }) else { return nil }
        var items = items.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        let pairs = pairs(among: items.reduce(0) { $0 + $1.count })
        let firstTies = ties(items) { $0.first == $1.first }
        let bothTies = ties(items) { $0.first == $1.first && $0.second == $1.second }
        // Sorted by the first, then by the second: what the second rater puts the other way round is what a stable sort swaps.
        let discordant = sortBySecond(&items)
        let secondTies = ties(items) { $0.second == $1.second }
        let (first, second) = (pairs - firstTies, pairs - secondTies)
        guard first > 0, second > 0 else { return nil }
        let concordant = pairs - firstTies - secondTies + bothTies - discordant
        // Two roots: a product of counts of pairs may be too large for a Double to hold exactly.
        let value = Double(concordant - discordant) / Double(first).squareRoot() / Double(second).squareRoot()
        return min(1, max(-1, value))
    }

    private static func pairs(among count: Int) -> Int { count * (count - 1) / 2 }

    /// Pairs within runs of equal items.
    private static func ties(_ items: [Item], _ areEqual: (Item, Item) -> Bool) -> Int {
        var ties = 0
        var run = 0
        for index in items.indices {
            if index > 0, !areEqual(items[index - 1], items[index]) {
                ties += pairs(among: run)
                run = 0
            }
            run += items[index].count
        }
        return ties + pairs(among: run)
    }

    /// Sorts by the second number, equal ones in the order that they have.
    /// - Returns: how many pairs change places.
    private static func sortBySecond(_ items: inout [Item]) -> Int {
        var sorted = items
        var swaps = 0
        var width = 1
        while width < items.count {
            var start = 0
            while start < items.count {
                let middle = min(start + width, items.count)
                let end = min(start + 2 * width, items.count)
                swaps += merge(items, start, middle, end, into: &sorted)
                start = end
            }
            swap(&items, &sorted)
            width *= 2
        }
        return swaps
    }

    private static func merge(_ items: [Item], _ start: Int, _ middle: Int, _ end: Int, into sorted: inout [Item]) -> Int {
        var swaps = 0
        var waiting = items[start..<middle].reduce(0) { $0 + $1.count }
        var (left, right) = (start, middle)
        for place in start..<end {
            if left < middle, right == end || items[left].second <= items[right].second {
                sorted[place] = items[left]
                waiting -= items[left].count
                left += 1
            } else {
                sorted[place] = items[right]
                swaps += waiting * items[right].count
                right += 1
            }
        }
        return swaps
    }
}
