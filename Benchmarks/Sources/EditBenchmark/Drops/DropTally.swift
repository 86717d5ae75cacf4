import Hilum

/// How far each score drops over some edits: the score of the original against itself less that of the edited report against it.
struct DropTally {
    /// A drop below this is none: BLEU's constants alone make as much.
    static let least = 1e-6

    private(set) var pairs = 0
    private var drops = [Moments](repeating: Moments(), count: MeasuredScore.allCases.count)
    private var seen = [Int](repeating: 0, count: MeasuredScore.allCases.count)
    private var labels = CheXpertF1()
    private var labelsOfOriginals = CheXpertF1()

    mutating func add(_ edited: MeasuredScores, original: MeasuredScores) {
        pairs += 1
        for (index, name) in MeasuredScore.allCases.enumerated() {
            guard let high = original[name], let low = edited[name] else { continue }
            drops[index].add(high - low)
            if high - low > Self.least { seen[index] += 1 }
        }
        labels.add(edited.labels)
        labelsOfOriginals.add(original.labels)
    }

    /// The mean drop; 0 without pairs.
    func drop(of score: MeasuredScore) -> Double {
        guard score != .chexpert else { return labelsOfOriginals.all.micro - labels.all.micro }
        return zip(MeasuredScore.allCases, drops).first { $0.0 == score }?.1.mean ?? 0
    }

    /// The share of pairs in which the score drops, 0–1; nil without pairs, or of a score of whole corpora.
    func shareSeen(by score: MeasuredScore) -> Double? {
        guard score != .chexpert, pairs > 0 else { return nil }
        return zip(MeasuredScore.allCases, seen).first { $0.0 == score }.map { Double($0.1) / Double(pairs) }
    }
}
