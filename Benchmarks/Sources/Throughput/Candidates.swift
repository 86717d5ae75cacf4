/// Where the candidate of a reference comes from.
enum Candidates: String, CaseIterable {
    /// Another report: most of its statements are errors.
    case others
    /// The reference with one sentence exchanged for another report's.
    case edited

    /// - Parameter number: which of the reference's sentences to exchange, counted round.
    func text(of reference: [UInt8], number: Int, other: [UInt8]) -> [UInt8] {
        let stop = UInt8(ascii: ".")
        var sentences = reference.split(separator: stop)
        guard self == .edited, !sentences.isEmpty else { return other }
        sentences[number % sentences.count] = other.split(separator: stop).first ?? []
        return Array(sentences.joined(separator: [stop]))
    }
}

/// Two reports to score, by turns of one kind of candidate and of the other.
struct ReportPair: Sendable {
    let candidate: [UInt8]
    let reference: [UInt8]

    init(_ number: Int, of corpus: Corpus) {
        reference = corpus[cycling: number]
        candidate = (number % 2 == 0 ? Candidates.others : .edited)
            .text(of: reference, number: number, other: corpus[cycling: number + 1])
    }
}
