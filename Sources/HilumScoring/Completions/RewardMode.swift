import HilumMetrics

/// How the graphs of a completion and its solution are compared.
public enum RewardMode: String, CaseIterable, Sendable {
    /// By concept, polarity, place and clinical significance, with each step of the reasoning judged.
    case hilum
    /// CheXPO-v2's reward, by the words as they stand: IoU of entities and of relations.
    case chexpo
    /// Its older form: F1 of entities and of relations.
    case chexpoF1 = "chexpo-f1"

    /// Nil for Hilum's own.
    public var spelled: GraphConsistency.Mode? {
        switch self {
        case .hilum: nil
        case .chexpo: .chexpo
        case .chexpoF1: .chexpoF1
        }
    }
}
