/// Why there is no report. It quotes no text.
public enum GenerationError: Error, Equatable, CustomStringConvertible {
    /// There is nothing to say.
    case noFindings
    /// What the options ask for cannot be done.
    case badOptions(reason: String)
    /// There is nothing to look at.
    case noImages
    /// An image, counted from 0, that is unlike chest radiographs: its outlier score, and the highest that one may have.
    case noRadiograph(image: Int, score: Double, limit: Double)

    public var description: String {
        switch self {
        case .noFindings: "there is no finding to write of"
        case .badOptions(let reason): reason
        case .noImages: "there is no image to write of"
        case .noRadiograph(_, let score, let limit):
            "no chest radiograph: its outlier score is \(Self.rounded(score)), that of a radiograph at most \(Self.rounded(limit))"
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
