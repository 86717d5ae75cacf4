import HilumExtraction
import HilumOntology

/// A sentence of a completion's reasoning, with a judgement of all that it states: the process supervision of CheXPO-v2, by concept.
public struct ReasoningStep: Sendable, Hashable {
    public var words: Quotation
    public var statements: [JudgedStatement]
    /// Whether it states something, and nothing that the same section has not stated before.
    public var isRepeated: Bool
}

/// How a statement stands to the reference.
public enum StepVerdict: String, CaseIterable, Sendable {
    /// The reference says so too.
    case supported
    /// The reference says that it is otherwise.
    case contradicted
    /// The reference does not say.
    case absent
}

/// One finding as a step states it.
public struct JudgedStatement: Sendable, Hashable {
    public var finding: String
    public var status: Status
    public var words: Quotation
    /// Of the finding and all that is said of it: contradicted if any of it is.
    public var verdict: StepVerdict
    /// Whether it cannot be so, whatever the reference says: it contradicts another statement of the completion, or anatomy.
    public var isImplausible: Bool
    /// For a radiologist, without a full stop; nil for what is supported.
    public var explanation: String?
    public var triples: [JudgedTriple]
}

public struct JudgedTriple: Sendable, Hashable {
    public var triple: Triple
    public var verdict: StepVerdict
}
