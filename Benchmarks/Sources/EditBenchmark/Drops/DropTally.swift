import Hilum

/// How far each score drops over some edits: the score of the original against itself less that of the edited report against it.
struct DropTally {
    private(set) var pairs = 0
    private var drops = [Moments](repeating: Moments(), count: MeasuredScore.allCases.count)
    private var seen = [Int](repeating: 0, count: MeasuredScore.allCases.count)
    private var labels = CheXpertF1()
    private var labelsOfOriginals = CheXpertF1()

    mutating func add(_ edit: ScoredEdit) {
        pairs += 1
        for (index, score) in MeasuredScore.allCases.enumerated() {
            guard let drop = edit.drop(of: score) else { continue }
            drops[index].add(drop)
            if drop > ScoredEdit.leastDrop { seen[index] += 1 }
        }
        labels.add(edit.edited.labels)
        labelsOfOriginals.add(edit.original.labels)
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
