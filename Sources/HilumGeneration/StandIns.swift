import Hilum

public enum FindingLabels: String, Sendable, CaseIterable {
    case chexpert, nih
    public var columns: [String] { CheXpertLabel.allCases.map(\.rawValue) }
    public func list(_ values: [LabelValue?], phrases: FindingPhrases, hilum: Hilum) -> FindingList {
        var text = ""
        for (label, value) in zip(CheXpertLabel.allCases, values) {
            switch value {
            case .positive: text += "\(label.rawValue). "
            case .negative: text += "No \(label.rawValue). "
            case .uncertain: text += "Possible \(label.rawValue). "
            case nil: continue
            }
        }
        return FindingList(hilum.extract(text), phrases: phrases)
    }
}
