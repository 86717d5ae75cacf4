import HilumOntology
import HilumScoring

extension ScoredReports {
    /// Adds the scores of a pair of reports, as a file of `hilum score` would hold them.
    /// - Parameter id: UTF-8.
    public mutating func append(_ score: PairScore, id: [UInt8]) {
        append(id: id)
        for metric in Metric.allCases {
            guard let value = metric == .crimson ? score.writtenCRIMSON : metric.value(of: score) else { continue }
            set(Self.written(value), of: metric.rawValue)
        }
        for label in CheXpertLabel.allCases {
            set(score.chexpert.reference[label].map { Double($0.rawValue) }, of: CheXpertReading.column("reference", label))
            set(score.chexpert.candidate[label].map { Double($0.rawValue) }, of: CheXpertReading.column("candidate", label))
        }
    }

    /// To six decimals, as files have it, so that both ways to compare come to the same.
    private static func written(_ value: Double?) -> Double? { value.map { ($0 * 1e6).rounded() / 1e6 } }
}
