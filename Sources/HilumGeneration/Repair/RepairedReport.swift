/// A report that says what was asked, and how it came about.
public struct RepairedReport: Sendable, Hashable {
    /// A sentence of the text that was given, and why it is not in the report.
    public struct Dropped: Sendable, Hashable {
        public var sentence: String
        /// What it says that was not asked, as canonical phrases, or what else is wrong with it.
        public var reason: String

        public init(sentence: String, reason: String) {
            self.sentence = sentence
            self.reason = reason
        }
    }

    public var text: String
    /// Sentences of the given text, as they stand in the report.
    public var kept: [String] = []
    public var dropped: [Dropped] = []
    /// Canonical sentences for what the given text did not say.
    public var added: [String] = []
    /// What is asked and the report does not say, as canonical phrases.
    public var leftovers: [String] = []
}
