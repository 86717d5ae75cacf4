/// A report that a model wrote, with what it was asked to say.
public struct GeneratedReport: Sendable, Hashable {
    public var text: String
}
