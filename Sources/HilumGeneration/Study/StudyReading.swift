import HilumModel

/// What the views of one study show.
struct StudyReading: Sendable {
    /// A view as the networks see it.
    struct View: Sendable {
        var features: FeatureMap
        /// The finding head's.
        var logits: [Float]
        var isLateral: Bool
        /// See `RadiographLikeness.distance`.
        var distance: Double
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
        nih = Self.mean(frontal.map { $0[(2 * perView)...].dropLast() })?.map(outputs.nih.calibration.probability)
    }

    private static func mean(_ views: [ArraySlice<Float>]) -> [Double]? {
        guard let first = views.first else { return nil }
        return first.indices.map { index in views.reduce(0) { $0 + Double($1[index]) } / Double(views.count) }
    }

    /// The row of the finding head that answers a statement on a view.
    func row(ofStatement statement: Int, on view: Int) -> Int {
        (views[view].isLateral ? outputs.perView : 0) + outputs.findings.names.count + statement
    }
}
