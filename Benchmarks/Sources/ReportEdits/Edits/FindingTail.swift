/// The second of two findings that a sentence asserts: "Cardiomegaly and a small left effusion".
struct FindingTail {
    var sentence: Int
    /// The sentence without it.
    var head: String
    var finding: Finding
}

extension Editor {
    /// The sentences that say two things, of which the second has a name and a place of its own and stands nowhere else.
    func tails() -> [FindingTail] {
        readings.indices.compactMap { index in
            let reading = readings[index]
            guard reading.findings.count == 2, reading.isUnderstood, !isReferredTo(after: index) else { return nil }
            for (item, phrase) in reading.items.enumerated().reversed()
            where item > 0 && item + 1 < reading.items.count && [" and ", " with "].contains(" \(phrase.words) ") {
                let head = SentenceReading(reading.words(0..<item))
                let tail = SentenceReading(reading.words(item + 1..<reading.items.count))
                guard let first = head.onlyFinding, let last = tail.onlyFinding, first.finding.family != last.finding.family,
                    // What follows the second finding may be said of both.
                    last.item == tail.items.count - 1, !head.body.hasSuffix(","), head.items.first?.words != "no",
                    !readings.indices.contains(where: { $0 != index && readings[$0].speaks(of: last.finding.family) }),
                    !head.speaks(of: last.finding.family), !tail.speaks(of: first.finding.family)
                else { continue }
                // "There are a granuloma and scars": the verb would no longer fit.
                guard !head.has(.verb) || first.finding.number != .one || head.items.contains(where: { $0.words == "is" }) else {
                    continue
                }
                return FindingTail(sentence: index, head: head.body, finding: last.finding)
            }
            return nil
        }
    }
}
