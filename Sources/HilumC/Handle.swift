import Hilum

/// What is behind a `hilum *`: everything that is made once and used by every call.
final class Handle: Sendable {
    let hilum: Hilum
    let graphs: GraphLine
    let signature: String
    /// Of all parts.
    let scores: ScoreJSON
    /// With the usual options.
    let rewards: RewardService

    init(ontology: Ontology) {
        hilum = Hilum(ontology: ontology)
        graphs = GraphLine(ontology: ontology)
        signature = ScoreSignature.text(ontology: ontology)
        scores = ScoreJSON(signature: signature)
        rewards = RewardService(hilum: hilum, options: RewardOptions())
    }

    // MARK: As C holds it

    /// A pointer that keeps this alive until `release`.
    func retain() -> OpaquePointer { OpaquePointer(Unmanaged.passRetained(self).toOpaque()) }

    /// What a pointer that `retain` gave stands for.
    /// - Throws: `CallError` where there is none.
    static func at(_ pointer: OpaquePointer?) throws(CallError) -> Handle {
        guard let pointer else { throw CallError(description: "the handle is NULL; hilum_open gives one") }
        return Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
    }

    static func release(_ pointer: OpaquePointer) {
        Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).release()
    }
}
