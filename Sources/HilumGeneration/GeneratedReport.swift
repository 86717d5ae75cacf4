import HilumModel

/// A report that a model wrote, with what it was asked to say and what was mended.
///
/// It says what was asked for and nothing else, but for `leftovers`: sentences that say more are dropped, and what the model left out is
/// added in standard words.
public struct GeneratedReport: Sendable, Hashable {
    /// A finding of the image.
    public struct Probability: Sendable, Hashable {
        public var name: String
        /// 0–1, calibrated.
        public var probability: Double
        /// Whether it is high enough for the report to say the finding.
        public var isReported: Bool

        public init(name: String, probability: Double, isReported: Bool) {
            self.name = name
            self.probability = probability
            self.isReported = isReported
        }
    }

    /// Where an image speaks for a finding that is reported.
    public struct Location: Sendable, Hashable {
        /// As in `probabilities`.
        public var finding: String
        /// Of the images that were given, counted from 0.
        public var image: Int
        public var map: HeatMap

        public init(finding: String, image: Int, map: HeatMap) {
            self.finding = finding
            self.image = image
            self.map = map
        }
    }

    public var text: String
    /// What it was asked to say, as a `FindingList` in one line.
    public var findings: String
    /// Of what the model knows, in its order; none without an image.
    public var probabilities: [Probability] = []
    /// Of the findings that are reported, if heat maps are asked for.
    public var locations: [Location] = []
    /// Sentences that the model wrote and that say what was not asked for.
    public var dropped: [String] = []
    /// Sentences in standard words, of what the model left out.
    public var added: [String] = []
    /// In what the text still differs from what was asked for.
    public var leftovers: [String] = []
    /// How unlike chest radiographs the image is that is least like them, 0 or more; nil without an image.
    public var radiographScore: Double?
    /// Name and weights of the model; see `ReportGenerator.signature`.
    public var modelSignature: String

    public init(text: String, findings: String, modelSignature: String) {
        self.text = text
        self.findings = findings
        self.modelSignature = modelSignature
    }
}
