/// What a word or phrase does in a sentence, as the editors see it. Written for the editors alone: they must not read reports
/// with the tables of what they test.
enum WordClass: Hashable, Sendable {
    /// A finding or device, with its place in `Findings.all`.
    case finding(Int)
    /// Left or right.
    case side
    /// Both sides: "bilateral", "bibasilar".
    case bothSides
    case place
    case degree
    /// A change over time that is plainly stated.
    case change
    /// A word that hints at an earlier state: "again", "persistent".
    case earlier
    case denial
    case hedge
    /// What says that something is as it should be: "normal", "clear".
    case normal
    /// What is normal or not: "heart", "lungs".
    case organ
    case descriptor
    /// "is", "seen", "there", "of".
    case function
    /// "is", "are" …: kept apart to find predicates.
    case verb
    case conjunction
    case comma
    case number
    /// "with", "consistent with", "suggesting": joins a second statement.
    case link
    /// What the editors do not know; a sentence with one is left alone.
    case unknown
}

/// A phrase in a sentence.
struct Item: Sendable {
    var kind: WordClass
    /// The words in lower case, with single blanks.
    var words: String
    /// In the body of the sentence.
    var range: Range<String.Index>
}
