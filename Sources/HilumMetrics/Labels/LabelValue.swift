/// What a labeller says of a label; nothing (blank) where the text does not mention it. The values of CheXpert's files.
public enum LabelValue: Int, CaseIterable, Sendable {
    case positive = 1
    case negative = 0
    case uncertain = -1
}

/// What an uncertain label counts as where only yes and no are counted. Figures with different policies are not comparable.
public enum UncertainPolicy: String, CaseIterable, Sendable {
    /// As yes: F1-CheXbert's usual mode.
    case positive
    /// As no.
    case negative
    /// The label of that row is left out if either side is uncertain of it.
    case ignore

    /// Whether a label counts as there, a blank as not there; nil where it is left out.
    public func binary(_ value: LabelValue?) -> Bool? {
        switch value {
        case .positive: true
        case .negative, nil: false
        case .uncertain:
            switch self {
            case .positive: true
            case .negative: false
            case .ignore: nil
            }
        }
    }
}
