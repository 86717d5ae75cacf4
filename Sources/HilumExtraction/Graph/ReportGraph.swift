import HilumOntology

/// What a report says, as a graph: observations at their sites, with what modifies and explains them.
///
/// A value; two graphs are equal if they say the same of the same text under the same ontology.
public struct ReportGraph: Sendable, Hashable {
    /// What gives the concept numbers their meaning.
    public let ontology: Ontology
    /// The UTF-8 of the report, into which all spans point.
    public let text: [UInt8]
    /// In the order of the text.
    public var observations: [Observation]
    public var suggestions: [Suggestion]
    /// Statements of change that name no finding: "no change since the prior examination".
    public var comparisons: [Stated<Change>]
    public var unasserted: [UnassertedMention]
    /// Words that look clinical and that nothing in the graph accounts for, in the order of the text; neighbours make one span.
    public var unrecognised: [TextSpan]
    /// The share of the clinical words that was explained, 0–1; 1 where there are none. `CoverageCount` says which words are clinical.
    public var coverage: Double

    /// The sentences that assert something of this examination, without their headings, in the order of the text.
    public var sentences: [TextSpan]
    /// Words in them that say how a statement stands to the others, in the order of the text. Nil is one that de-identification took
    /// out: it may have been any.
    public var discourse: [Stated<DiscourseRole?>]

    public init(
        ontology: Ontology, text: [UInt8], observations: [Observation] = [], suggestions: [Suggestion] = [],
        comparisons: [Stated<Change>] = [], unasserted: [UnassertedMention] = [],
        unrecognised: [TextSpan] = [], coverage: Double = 1,
        sentences: [TextSpan] = [], discourse: [Stated<DiscourseRole?>] = []
    ) {
        self.ontology = ontology
        self.text = text
        self.observations = observations
        self.suggestions = suggestions
        self.comparisons = comparisons
        self.unasserted = unasserted
        self.unrecognised = unrecognised
        self.coverage = coverage
        self.sentences = sentences
        self.discourse = discourse
    }

    /// The words at a span.
    public func words(at span: TextSpan) -> String {
        String(decoding: text[span.start..<span.end], as: UTF8.self)
    }

    /// The concept of an observation, site or mention.
    public func concept(_ id: ConceptID) -> Concept { ontology[id] }
}
