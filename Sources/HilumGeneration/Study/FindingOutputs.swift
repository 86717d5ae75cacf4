#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the rows of a checkpoint's finding head say, and how their logits become probabilities: `outputs` of its `config.json`.
struct FindingOutputs: Sendable, Decodable {
    /// A logit's way to a probability: sigmoid(scale · logit + shift) (Platt 1999).
    struct Calibration: Sendable, Decodable {
        var scale: Double
        var shift: Double

        func probability(_ logit: Double) -> Double { 1 / (1 + exp(-(scale * logit + shift))) }
    }

    /// Labels whose logits are calibrated together.
    struct Labels: Sendable, Decodable {
        var names: [String]
        var calibration: Calibration
    }

    /// A canonical phrase that a report on the image may state.
    struct Statement: Sendable, Decodable {
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
    /// The logit of "no radiograph" above which an image is taken for none.
    var noRadiographLimit: Double

    private enum CodingKeys: String, CodingKey {
        case findings, nih, statements
        case statementCalibration = "statement_calibration", lateralShare = "lateral_share", noRadiographLimit =
            "no_radiograph_limit"
    }

    /// A view's rows of the finding head: labels, then statements.
    var perView: Int { findings.names.count + statements.count }

    /// NIH's labels, behind a frontal view's rows and a lateral one's.
    var nihRows: Range<Int> { 2 * perView..<2 * perView + nih.names.count }

    /// Whether the view is lateral.
    var lateralRow: Int { nihRows.upperBound }

    /// Whether it is no upright radiograph of a chest.
    var noRadiographRow: Int { lateralRow + 1 }

    /// All rows.
    var count: Int { noRadiographRow + 1 }
}
