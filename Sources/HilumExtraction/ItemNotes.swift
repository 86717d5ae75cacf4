import HilumOntology

/// What the reading of a sentence has found of one item. Items are named by number, `SentenceReading.none` stands for none.
struct ItemNotes {
    // MARK: Sites and heads

    /// The sides said of it.
    var sides = Sides()
    /// The word of side that was first said of it.
    var sideWord = SentenceReading.none

    // MARK: Sites

    /// The head that it belongs to.
    var owner = SentenceReading.none
    /// A device ends there.
    var isTipSite = false

    // MARK: Heads

    /// Its sites, as items in `links`.
    var sites: Range<Int32> = 0..<0
    /// The first item that modifies it; the next ones hang on that one.
    var firstModifier = SentenceReading.none
    var assertion = Assertion()
    /// The first subject, if the state follows it: "the heart is enlarged".
    var subjectBefore = SentenceReading.none
    /// What is said of a finding that this one is coordinated with.
    var shared = SharedModifiers()
    /// The finding that suggests this one: "opacity, likely pneumonia".
    var suggestedBy = SentenceReading.none
    /// The observation made of it, as an index into the graph's.
    var observation = SentenceReading.none

    // MARK: Modifiers

    /// The next modifier of the same head.
    var nextModifier = SentenceReading.none
    /// Of a change: the value under a negation holds.
    var isNegated = false
}
