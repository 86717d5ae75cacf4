import HilumModel

/// What the views of one study show.
struct StudyReading: Sendable {
    /// A view as the networks see it.
    struct View: Sendable {
        var features: FeatureMap
        /// The finding head's.
        var logits: [Float]
        var isLateral: Bool
        /// A logit: the higher, the less like an upright radiograph of a chest.
        var noRadiographScore: Double

        /// - Precondition: there is a logit for each of the outputs.
        init(features: FeatureMap, logits: [Float], _ outputs: FindingOutputs) {
            (self.features, self.logits) = (features, logits)
            isLateral = logits[outputs.lateralRow] > 0
            noRadiographScore = Double(logits[outputs.noRadiographRow])
        }
    }

    let outputs: FindingOutputs
    /// In the order in which the images were given.
    let views: [View]
    /// 0–1, calibrated, in the order of `outputs.findings.names`.
    let findings: [Double]
    /// 0–1, in the order of `outputs.nih.names`; nil without a frontal view, on which alone these labels were learnt.
    let nih: [Double]?
    /// 0–1, in the order of `outputs.statements`.
    let statements: [Double]

    /// - Precondition: there is a view, and each has as many logits as there are outputs.
    init(_ views: [View], _ outputs: FindingOutputs) {
        self.outputs = outputs
        self.views = views
        let frontal = views.filter { !$0.isLateral }.map(\.logits)
        let lateral = views.filter(\.isLateral).map(\.logits)
        let perView = outputs.perView
        let ofFrontal = Self.mean(frontal.map { $0[..<perView] })
        let ofLateral = Self.mean(lateral.map { $0[perView..<2 * perView] })
        let share = ofFrontal == nil ? 1 : ofLateral == nil ? 0 : outputs.lateralShare
        let logits = (0..<perView).map { (1 - share) * (ofFrontal?[$0] ?? 0) + share * (ofLateral?[$0] ?? 0) }
        let labels = outputs.findings.names.count
        findings = logits[..<labels].map(outputs.findings.calibration.probability)
        statements = logits[labels...].map(outputs.statementCalibration.probability)
        nih = Self.mean(frontal.map { $0[outputs.nihRows] })?.map(outputs.nih.calibration.probability)
    }

    private static func mean(_ views: [ArraySlice<Float>]) -> [Double]? {
        guard let first = views.first else { return nil }
        return first.indices.map { index in views.reduce(0) { $0 + Double($1[index]) } / Double(views.count) }
    }

    /// What the decoder is shown: of the frontal and of the lateral views the one that is most like a radiograph, in whichever order they
    /// were given.
    var shown: [View] {
        [false, true].compactMap { isLateral in
            views.filter { $0.isLateral == isLateral }.min { $0.noRadiographScore < $1.noRadiographScore }
        }
    }

    /// The row of the finding head that answers a statement on a view.
    func row(ofStatement statement: Int, on view: Int) -> Int {
        (views[view].isLateral ? outputs.perView : 0) + outputs.findings.names.count + statement
    }
}
