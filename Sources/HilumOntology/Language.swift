/// A surface form of a concept.
public struct Term: Sendable, Hashable {
    /// Lower-case, words separated by single spaces.
    public let text: String
    public let concept: ConceptID
    /// What the word itself says about the side: `bibasilar` is bilateral.
    public let laterality: Laterality?
}

/// What a cue does to the findings in its scope.
public enum CueKind: String, CaseIterable, Sendable, Codable {
    case negation, hedge, affirmation, history, conditional, recommendation, elsewhere
    /// The scope of every earlier cue ends here.
    case end
    /// Looks like a cue and is none.
    case pseudo
}

/// On which side of a cue its scope lies.
public enum CueDirection: String, CaseIterable, Sendable, Codable {
    case forward, backward
    /// On both: "atelectasis versus pneumonia".
    case both
    /// What follows, or what goes before where nothing follows: "likely atelectasis", "atelectasis is likely".
    case either
}

/// Words that set how certain a finding is.
public struct Cue: Sendable, Hashable {
    public let text: String
    public let kind: CueKind
    public let direction: CueDirection?
    /// How likely a finding so hedged is present, 0–1.
    public let likelihood: Double?
    public let example: String
}

/// One value of one attribute of a finding or a site.
public enum AttributeValue: Sendable, Hashable {
    case laterality(Laterality), severity(Severity), size(Size), placement(Placement)
    /// Nil for words that state a change only under a negation: "no interval change".
    case change(Change?)
}

/// Words that set an attribute.
public struct Modifier: Sendable, Hashable {
    public let text: String
    public let value: AttributeValue
    /// The change that the words state under a negation: "no change" is unchanged.
    public let negated: Change?
    public let example: String
}

/// What a state says of a subject: heart + enlarged → cardiomegaly present.
public struct Frame: Sendable, Hashable {
    /// An anatomical site; a kind of it counts too. Nil for what a state says that stands alone: "Normal."
    public let subject: ConceptID?
    /// Whether any part of the subject counts too.
    public let includesParts: Bool
    /// A state, or a finding that the site makes more special.
    public let state: ConceptID
    public let concept: ConceptID
    public let status: Status
    public let example: String
}

/// What a small word does in a statement.
public enum ConnectiveRole: String, CaseIterable, Sendable, Codable {
    case coordinator
    /// A coordinator that joins alternatives: `or`.
    case alternative
    case preposition, verb, determiner
    /// Leads to the whole of a part: `of`.
    case genitive
    /// A preposition for all of a place, so that its plural means both sides: `throughout`.
    case pervading
    /// A preposition that says what a finding is seen beside, not what it lies in: `overlying`.
    case landmark
    /// Leads to a place that is excepted: `sparing`.
    case exception
    /// A participle whose object a finding touches or hides, and which is no site of it: `obscuring`.
    case contact
    /// A verb that says what something is: "the opacity is atelectasis".
    case copula
    /// Puts what follows on the side of the finding before it, if that has one: `with`.
    case accompaniment
    /// Stands for a finding of its sentence: `one` of "one on the left".
    case pronoun
    /// Stands for the finding of the sentence before: `it`.
    case anaphor
    /// A determiner before its noun, an anaphor without: `this`.
    case demonstrative
    /// Puts what follows where the finding before it lies: `adjacent`.
    case companion
    /// Says of the site before it that a finding lies mostly there: `predominance`.
    case distribution
    /// Words for a part or an amount of what follows, which is what counts: `areas of`.
    case partitive
}

extension ConnectiveRole {
    /// Whether a phrase must follow.
    package var leads: Bool {
        switch self {
        case .coordinator, .alternative, .preposition, .genitive, .pervading, .landmark, .contact, .exception, .determiner: true
        case .verb, .copula, .pronoun, .anaphor, .demonstrative, .companion, .accompaniment, .partitive, .distribution: false
        }
    }
}

/// A small word that shapes a statement.
public struct Connective: Sendable, Hashable {
    public let text: String
    public let role: ConnectiveRole
    /// Empty for plain prepositions, verbs and determiners, of which nothing hangs.
    public let example: String
}

/// How a statement stands to the rest of its report.
public enum DiscourseRole: String, CaseIterable, Sendable, Codable {
    /// In a denial: leaves room for what is said elsewhere, as in "the lungs are otherwise clear".
    case others
    /// In a denial: leaves room for what is not acute.
    case acute
    /// Says by what a finding lies, not where: "overlying the clavicle".
    case landmark
    /// Says that a finding is one that was named before: "this".
    case reference
}

/// Words that say how a statement stands to the rest of its report.
public struct DiscourseWord: Sendable, Hashable {
    public let text: String
    public let role: DiscourseRole
    public let example: String
}

/// Whether what stands under a heading is asserted of this examination.
public enum HeadingScope: String, CaseIterable, Sendable, Codable {
    case yes, no
    /// No, and only as far as the sentence that follows on its line.
    case sentence
}

/// A heading of a report.
public struct Heading: Sendable, Hashable {
    public let text: String
    public let section: Section
    public let scope: HeadingScope
}

/// An irregular form of a word: a Latin plural, a British spelling.
public struct Inflection: Sendable, Hashable {
    public let form: String
    public let word: String
    public let isPlural: Bool
}

/// What a word says of the time of a measurement.
public enum TimeRole: String, CaseIterable, Sendable, Codable {
    /// An earlier examination: "previously".
    case prior
    /// This one: "now".
    case current
    /// Of a change, the measurement that it began with: "from 9 mm to 14 mm".
    case from
    /// Leads to what this examination is compared with: "since".
    case since
}

/// A word that tells an earlier measurement from this one.
public struct TimeWord: Sendable, Hashable {
    public let text: String
    public let role: TimeRole
    public let example: String
}

/// A unit of length.
public struct Unit: Sendable, Hashable {
    public let text: String
    /// As results print it: `mm`, `cm`.
    public let symbol: String
    public let millimetres: Double
}

/// What an abbreviation means near certain words: "RA" near "pressure" is the right atrium.
public struct Sense: Sendable, Hashable {
    /// As the table writes it: in capitals it is read only where a report writes it in capitals among words that are not.
    public let abbreviation: String
    /// Nil where it names nothing that a graph holds: "RA" for room air.
    public let concept: ConceptID?
    /// Single words, lower-case; the one that stands nearest to the abbreviation in its sentence decides.
    public let context: [String]
    public let example: String
}
