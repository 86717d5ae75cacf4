import Hilum

/// What there is to say of pairs of whose texts too much was not understood: how many there are, the worst of them, and the words that
/// were missed most often. Parts of a corpus may be merged in their order, however the work was divided.
struct CoverageWarning: Sendable {
    private var pairs = 0
    private var low = 0
    /// The lowest first; of equals the earlier one.
    private var worst: [(id: String, coverage: Double)] = []
    private var counts: [String: Int] = [:]

    private static let mostNamed = 5
    /// Different words that are counted, so that texts of gibberish do not fill the memory.
    private static let mostWords = 1 << 16

    mutating func add(_ coverage: CoveragePair, id: [UInt8], graphs: [ReportGraph]) {
        pairs += 1
        guard coverage.isLow else { return }
        low += 1
        insert(String(decoding: id, as: UTF8.self), coverage.lower)
        for graph in graphs {
            for span in graph.unrecognised {
                for word in graph.words(at: span).lowercased().split(whereSeparator: \.isWhitespace) { count(String(word), 1) }
            }
        }
    }

    mutating func merge(_ other: CoverageWarning) {
        pairs += other.pairs
        low += other.low
        for pair in other.worst { insert(pair.id, pair.coverage) }
        for (word, number) in other.counts.sorted(by: { $0.key < $1.key }) { count(word, number) }
    }

    private mutating func insert(_ id: String, _ coverage: Double) {
        let place = worst.firstIndex { coverage < $0.coverage } ?? worst.count
        guard place < Self.mostNamed else { return }
        worst.insert((id, coverage), at: place)
        if worst.count > Self.mostNamed { worst.removeLast() }
    }

    private mutating func count(_ word: String, _ number: Int) {
        if counts[word] != nil || counts.count < Self.mostWords { counts[word, default: 0] += number }
    }

    /// Nil where every text was understood well enough.
    var text: String? {
        guard low > 0 else { return nil }
        let ids = worst.map { "\(ShortLine.quoted($0.id)) (\(Int($0.coverage * 100)) %)" }
        var text = """
            hilum: warning: in \(low) of \(pairs) pairs less than \(Int(CoveragePair.low * 100)) % of a text's clinical words were \
            understood; their scores may miss what matters
              lowest: \(ids.joined(separator: ", "))

            """
        let frequent = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.mostNamed * 2)
        if !frequent.isEmpty {
            let words = frequent.map { $0.value > 1 ? "\(ShortLine.quoted($0.key)) (\($0.value))" : ShortLine.quoted($0.key) }
            text += "  not understood most often: \(words.joined(separator: ", "))\n"
        }
        return text
    }
}
