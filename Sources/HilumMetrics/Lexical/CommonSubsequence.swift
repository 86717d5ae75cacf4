/// The longest common subsequence of two texts.
enum CommonSubsequence {
    /// Its length.
    /// - Parameters:
    ///   - one: words as numbers, as is `other`.
    static func length(_ one: [Int32], _ other: [Int32]) -> Int {
        // What both begin and end with belongs to it: of a report and its revision little is left.
        var start = 0
        var (oneEnd, otherEnd) = (one.count, other.count)
        while start < oneEnd, start < otherEnd, one[start] == other[start] { start += 1 }
        while oneEnd > start, otherEnd > start, one[oneEnd - 1] == other[otherEnd - 1] {
            oneEnd -= 1
            otherEnd -= 1
        }
        // Row by row of the table of lengths; a row holds those of the prefixes of `other`.
        var row = [Int32](repeating: 0, count: otherEnd - start + 1)
        for word in one[start..<oneEnd] {
            var diagonal: Int32 = 0
            for column in start..<otherEnd {
                let above = row[column - start + 1]
                row[column - start + 1] = other[column] == word ? diagonal + 1 : max(above, row[column - start])
                diagonal = above
            }
        }
        return start + (one.count - oneEnd) + Int(row[otherEnd - start])
    }
}
