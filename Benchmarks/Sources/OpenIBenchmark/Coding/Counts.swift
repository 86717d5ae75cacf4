/// True positives, false positives and false negatives, and what follows from them; 0 where it is undefined.
struct Counts {
    var truePositives = 0
    var falsePositives = 0
    var falseNegatives = 0

    var precision: Double { ratio(truePositives, truePositives + falsePositives) }
    var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
    /// How many there are in the reference.
    var support: Int { truePositives + falseNegatives }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

    mutating func add(predicted: Bool, true isTrue: Bool) {
        switch (predicted, isTrue) {
        case (true, true): truePositives += 1
        case (true, false): falsePositives += 1
        case (false, true): falseNegatives += 1
        case (false, false): break
        }
    }

    mutating func add<Element>(predicted: Set<Element>, true elements: Set<Element>) {
        let both = predicted.intersection(elements).count
        add(Counts(truePositives: both, falsePositives: predicted.count - both, falseNegatives: elements.count - both))
    }

    mutating func add(_ other: Counts) {
        truePositives += other.truePositives
        falsePositives += other.falsePositives
        falseNegatives += other.falseNegatives
    }
}
