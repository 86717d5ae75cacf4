import HilumExtraction
import HilumMetrics
import HilumOntology

/// The 14 labels of CheXpert as a report has them (Irvin et al. 2019, arXiv:1901.07031).
public struct CheXpertLabels: Sendable, Hashable {
    /// A label that is not mentioned has none.
    public typealias Value = LabelValue

    /// A bit a label, in the order of `CheXpertLabel.allCases`, as in the next two.
    private var positive: UInt16 = 0
    private var uncertain: UInt16 = 0
    private var negative: UInt16 = 0

    /// Positive wins over uncertain, uncertain over negative. As in the CheXpert labeler, No Finding is positive where no other
    /// label but Support Devices is positive or uncertain, a blank report included, and has no value otherwise.
    public init(of graph: ReportGraph) {
        self.init(
            mentions: graph.observations.lazy.map {
                ($0.status, Self.bits(of: graph.ontology.concepts[$0.concept.index].chexpert))
            })
    }

    /// As somebody else has labelled a report; labels without a value are not mentioned.
    public init(_ values: [CheXpertLabel: Value]) {
        for (label, value) in values {
            switch value {
            case .positive: positive |= Self.bit(of: label)
            case .uncertain: uncertain |= Self.bit(of: label)
            case .negative: negative |= Self.bit(of: label)
            }
        }
    }

    /// The same with the bits of each concept at hand.
    init(of graph: ReportGraph, knowledge: Knowledge) {
        self.init(mentions: graph.observations.lazy.map { ($0.status, knowledge.labels(of: $0.concept)) })
    }

    init(mentions: some Sequence<(status: Status, labels: UInt16)>) {
        let noFinding = Self.bit(of: .noFinding)
        for (status, labels) in mentions {
            switch status {
            case .present: positive |= labels & ~noFinding
            case .uncertain: uncertain |= labels & ~noFinding
            case .absent: negative |= labels & ~noFinding
            }
        }
        if (positive | uncertain) & ~Self.bit(of: .supportDevices) == 0 { positive |= noFinding }
    }

    public subscript(label: CheXpertLabel) -> Value? { value(of: Self.bit(of: label)) }

    package static let count = order.count

    /// Of a label by its place in `CheXpertLabel.allCases`.
    package func value(at place: Int) -> Value? { value(of: 1 << place) }

    private func value(of bit: UInt16) -> Value? {
        if positive & bit != 0 { return .positive }
        if uncertain & bit != 0 { return .uncertain }
        return negative & bit != 0 ? .negative : nil
    }

    private static let order = CheXpertLabel.allCases

    static func bit(of label: CheXpertLabel) -> UInt16 {
        1 << (order.firstIndex(of: label) ?? order.count)
    }

    static func bits(of labels: [CheXpertLabel]) -> UInt16 {
        labels.reduce(0) { $0 | bit(of: $1) }
    }
}
