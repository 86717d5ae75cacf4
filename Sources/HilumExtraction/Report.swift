import HilumOntology

/// The text of a report, with its sections where the source keeps them apart.
public struct Report: Sendable, Hashable {
    /// A stretch of the text that is known to be one section.
    public struct Part: Sendable, Hashable {
        public var section: Section
        public var span: TextSpan

        public init(section: Section, span: TextSpan) {
            self.section = section
            self.span = span
        }
    }

    /// UTF-8.
    public var text: [UInt8]
    /// In the order of the text, without overlap; empty where the headings in the text are to be found.
    public var parts: [Part]

    public init(text: [UInt8], parts: [Part] = []) {
        self.text = text
        self.parts = parts
    }

    public init(_ text: String) {
        self.init(text: Array(text.utf8))
    }
}
