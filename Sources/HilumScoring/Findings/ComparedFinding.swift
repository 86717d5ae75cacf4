import HilumExtraction
import HilumOntology

/// One finding of two reports as either states it: a node of both graphs laid over one another, with the edges that start at it.
/// `Scorer.comparedFindings` reads them off the alignment that all scores are read off.
public struct ComparedFinding: Sendable, Hashable {
    /// What a report says of the finding.
    public struct Mention: Sendable, Hashable {
        /// The name of the concept.
        public var name: String
        public var status: Status
        /// The words that name it, as bytes of the report.
        public var span: TextSpan
    }

    /// Which of the two reports states something.
    public enum Source: String, CaseIterable, Sendable {
        case both, reference, candidate
    }

    /// What is said of the finding.
    public struct Part: Sendable, Hashable {
        public enum Kind: String, CaseIterable, Sendable {
            /// Where it lies, and where the tip of a device does.
            case site, tip
            /// Of a finding without a site of that side.
            case side
            /// Severity or size.
            case degree
            case change, length, count, descriptor
        }

        public var kind: Kind
        /// `right lower lobe`; where the reports say the same in other words, both: `lower lobe / lung base`.
        public var name: String
        public var source: Source
    }

    /// A disease that the finding is said to suggest.
    public struct Suggestion: Sendable, Hashable {
        /// By number among the compared findings.
        public var finding: Int
        public var source: Source
    }

    /// Nil in a finding that only the other report states. Either is there.
    public var reference: Mention?
    public var candidate: Mention?
    /// Whether the report that does not name it says something from which it follows, so that nothing is left out or invented.
    public var isImplied = false
    /// Whether the report that does not state it denies it.
    public var isDenied = false
    /// In the order of their kinds; of one kind first those of the reference.
    public var parts: [Part] = []
    public var suggestions: [Suggestion] = []

    public var source: Source {
        reference == nil ? .candidate : candidate == nil ? .reference : .both
    }

    /// Whether it is denied by whom names it.
    public var isAbsent: Bool { (reference ?? candidate)?.status == .absent }
}
