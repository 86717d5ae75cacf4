#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the rows of a checkpoint's finding head say, and how their logits become probabilities: `outputs` of its `config.json`.
struct FindingOutputs: Sendable, Hashable, Codable {
    /// A logit's way to a probability: sigmoid(scale · logit + shift) (Platt 1999).
    struct Calibration: Sendable, Hashable, Codable {
        var scale: Double
        var shift: Double

        func probability(_ logit: Double) -> Double { 1 / (1 + exp(-(scale * logit + shift))) }
    }

    /// Labels whose logits are calibrated together.
    struct Labels: Sendable, Hashable, Codable {
        var names: [String]
        var calibration: Calibration
    }

    /// A canonical phrase that a report on the image may state.
    struct Statement: Sendable, Hashable, Codable {
        var text: String
        /// The probability (above 0, below 1) from which it is stated.
        var threshold: Double
        /// Other statements, by their place in the list, that reports never make beside it.
        var excludes: [Int]
    }

    /// The labels of Open-i's coding, which a frontal and a lateral view answer each.
    var findings: Labels
    /// The labels of NIH ChestX-ray14, which only a frontal view answers.
    var nih: Labels
    /// In the order in which a report makes them.
    var statements: [Statement]
    var statementCalibration: Calibration
    /// What a lateral view's logits weigh in a study's mean (0 to 1), where there is a frontal one too.
    var lateralShare: Double
    /// The distance from the training radiographs beyond which an image is taken for none.
    var farthestRadiograph: Double

    /// A view's rows of the finding head: labels, then statements.
    var perView: Int { findings.names.count + statements.count }

    /// All rows: a frontal view's, a lateral one's, NIH's labels, and whether the view is lateral.
    var count: Int { 2 * perView + nih.names.count + 1 }
}
