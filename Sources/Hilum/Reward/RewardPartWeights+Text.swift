extension RewardPartWeights {
    /// As `--weights` takes it: `answer=0.5,kg=0.5,format=0.0`.
    package var text: String { "answer=\(answer),kg=\(kg),format=\(format)" }

    /// What `--weights` takes, for messages.
    package static let usage = "answer=X,kg=X,format=X, each 0 or more and not all 0"

    /// Products of greater ones would overflow.
    private static let greatest = 1e100

    /// Reads `answer=0.5,kg=0.5`; what is not named keeps its default.
    /// - Returns: nil if the text is no such list, a part is named twice, or no weight is positive.
    package init?(text: String) {
        self.init()
        var named: Set<Substring> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, named.insert(sides[0]).inserted, let weight = Double(sides[1]),
                (0...Self.greatest).contains(weight)
            else { return nil }
            switch sides[0] {
            case "answer": answer = weight
            case "kg": kg = weight
            case "format": format = weight
            default: return nil
            }
        }
        guard answer + kg + format > 0 else { return nil }
    }
}
