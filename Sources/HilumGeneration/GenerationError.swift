/// Why there is no report. It quotes no text.
public enum GenerationError: Error, Equatable, CustomStringConvertible {
    /// There is nothing to say.
    case noFindings
    /// A text in which no finding is understood.
    case notUnderstood
    /// An image, counted from 0, that is unlike chest radiographs: its score, and the highest that one may have.
    case noRadiograph(image: Int, score: Double, limit: Double)
    /// There are no images, or more than a study has.
    case imageCount(Int, most: Int)

    public var description: String {
        switch self {
        case .noFindings: "there is no finding to write of"
        case .notUnderstood: "no finding is understood; write them as 'small left pleural effusion; no pneumothorax'"
        case .noRadiograph(_, let score, let limit):
            "no chest radiograph: outlier score \(Self.rounded(score)), of radiographs at most \(Self.rounded(limit))"
        case .imageCount(let count, let most): "\(count) images; a study has from 1 to \(most)"
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
