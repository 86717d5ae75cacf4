/// How far the graph of a candidate agrees with that of its reference: the knowledge-graph reward of CheXPO-v2
/// (ecoxial2007/CheX-Phi4MM @9c47195).
///
///     IoU(A, B) = |A ∩ B| / |A ∪ B|, 1 where both are empty        F1 = 2·|A ∩ B| / (|A| + |B|), 0 where one is empty
///     chexpo    = ½·(IoU of entities + IoU of relations)           chexpo-f1 = ½·(F1 of entities + F1 of relations)
///
/// An element of the entities is a text with its type, so that a finding that is denied instead of present is another element. Of six
/// entities that differ in one such type the reward is 1/7 lower: an error that a reward by concept and danger charges far more for.
public struct GraphConsistency: Sendable, Hashable {
    public enum Mode: String, CaseIterable, Sendable {
        /// As it was trained with.
        case chexpo
        /// Its older form.
        case chexpoF1 = "chexpo-f1"
    }

    private let entities: SetOverlap
    private let relations: SetOverlap

    public init(candidate: EntityGraph, reference: EntityGraph) {
        entities = SetOverlap(
            shared: candidate.entities.count { reference.entities[$0.key] == $0.value },
            candidate: candidate.entities.count, reference: reference.entities.count)
        relations = SetOverlap(candidate: candidate.relations, reference: reference.relations)
    }

    /// 0–1, higher is better, as are all below; 1 where neither graph has entities.
    public var entityIoU: Double { entities.intersectionOverUnion ?? 1 }

    /// 1 where neither graph has relations.
    public var relationIoU: Double { relations.intersectionOverUnion ?? 1 }

    /// 0 where either graph has no entities.
    public var entityF1: Double { entities.f1 ?? 0 }

    /// 0 where either graph has no relations.
    public var relationF1: Double { relations.f1 ?? 0 }

    public func reward(_ mode: Mode = .chexpo) -> Double {
        switch mode {
        case .chexpo: (entityIoU + relationIoU) / 2
        case .chexpoF1: (entityF1 + relationF1) / 2
        }
    }
}
