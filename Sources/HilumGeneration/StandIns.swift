import Hilum

public struct FindingPhrases: Sendable {
    public init(ontology: Ontology) {}
}

public struct FindingList: Sendable, Hashable {
    public private(set) var entries: [String] = []
    public static let separator = "; "
    public var text: String { entries.joined(separator: Self.separator) }
    public init(_ graph: ReportGraph, phrases: FindingPhrases) {
        entries = graph.observations.map { "\($0.status.rawValue) \(graph.concept($0.concept).name)" }
    }
}

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

public struct Radiograph: Sendable {
    public init(contentsOf path: String) throws {
        throw GenerationError.imageCount(0, most: 2)
    }
}
