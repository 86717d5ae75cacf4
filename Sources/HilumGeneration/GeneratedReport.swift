import HilumModel

/// A report that a model wrote, with what it was asked to say and what was mended.
///
/// It says what was asked for and nothing else, but for `leftovers`: sentences that say more are dropped, and what the model left out is
/// added in standard words.
public struct GeneratedReport: Sendable, Hashable {
    /// How likely the image shows something.
    public struct Probability: Sendable, Hashable {
        /// What it answers.
        public enum Kind: String, Sendable, Hashable {
            /// A label of Open-i's coding.
            case openI = "open-i"
            /// A label of NIH ChestX-ray14.
            case nih
            /// A canonical phrase that the report may state.
            case statement
        }

        public var kind: Kind
        public var name: String
        /// 0–1, calibrated.
        public var probability: Double
        /// Whether the report states it; nil for labels, which it does not speak in.
        public var isReported: Bool?

        public init(kind: Kind, name: String, probability: Double, isReported: Bool?) {
            self.kind = kind
            self.name = name
            self.probability = probability
            self.isReported = isReported
        }
    }

    /// Where an image speaks for a finding that is reported.
    public struct Location: Sendable, Hashable {
        /// The statement, as in `probabilities`.
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
    /// What the model wrote, before it was mended.
    public var draft: String
    /// What it was asked to say, as a `FindingList` in one line.
    public var findings: String
    /// Of what the model knows, in its order; none without an image.
    public var probabilities: [Probability] = []
    /// Of the findings that are reported, if heat maps are asked for.
    public var locations: [Location] = []
    /// Sentences that the model wrote and that say what was not asked for.
    public var dropped: [RepairedReport.Dropped] = []
    /// Sentences in standard words, of what the model left out.
    public var added: [String] = []
    /// What was asked for and the text does not say.
    public var leftovers: [String] = []
    /// The outlier score of the image that is least like an upright chest radiograph: the logit that it is none; nil without an image.
    public var radiographScore: Double?
    /// Name and weights of the model; see `ReportGenerator.signature`.
    public var modelSignature: String

    /// - Parameters:
    ///   - report: the draft, mended until it says the findings.
    ///   - draft: what the model wrote.
    ///   - findings: what it was asked to say.
    public init(_ report: RepairedReport, of draft: String, saying findings: FindingList, modelSignature: String) {
        text = report.text
        self.draft = draft
        self.findings = findings.text
        dropped = report.dropped
        added = report.added
        leftovers = report.leftovers
        self.modelSignature = modelSignature
    }
}
