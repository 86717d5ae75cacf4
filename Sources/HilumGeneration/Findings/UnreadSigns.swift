import Hilum

extension ReportGraph {
    /// The words with signs such as `<`, `=`, `%` and a minus, and those with numbers that nothing in the graph stands for: values and bounds
    /// which a report may pass over, but which mean something where findings are asked for.
    var unreadSigns: [String] {
        let read = observations.flatMap(\.spans)
        var words: [String] = []
        var end = text.startIndex
        while let start = text[end...].firstIndex(where: { !Self.isBlank($0) }) {
            end = text[start...].firstIndex(where: Self.isBlank) ?? text.endIndex
            let word = TextSpan(start, end)
            let isRead = read.contains { $0.start < word.end && word.start < $0.end }
            if Self.isValue(text[start..<end]) || Self.hasNumber(text[start..<end]) && !isRead {
                words.append(self.words(at: word))
            }
        }
        return words
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

    private static func hasNumber(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Whether it has a sign that no finding has.
    private static func isValue(_ word: ArraySlice<UInt8>) -> Bool {
        word.first == UInt8(ascii: "-") || word.last == UInt8(ascii: "-") || word.contains { "<>=%+~".utf8.contains($0) }
    }
}

extension Observation {
    /// Where what it says stands.
    fileprivate var spans: [TextSpan] {
        let positions = [tip, sidePort].compactMap(\.self)
        let lengths = measurements + positions.compactMap(\.distance)
        return [span, cue, laterality?.span, severity?.span, size?.span, change?.span, count?.span, placement?.span].compactMap(
            \.self)
            + (sites + positions.flatMap(\.sites)).map(\.span) + positions.map(\.span) + lengths.map(\.span)
            + descriptors.map(\.span)
    }
}
