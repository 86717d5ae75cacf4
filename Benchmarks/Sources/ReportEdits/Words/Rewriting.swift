import Foundation

/// A regular expression, whatever the case, and what stands in its place.
public struct Rewriting: Sendable {
    private let expression: NSRegularExpression?
    private let template: String

    /// - Parameters:
    ///   - pattern: after ICU.
    ///   - template: may name groups as `$1`.
    public init(_ pattern: String, _ template: String, matchingCase: Bool = false) {
        expression = try? NSRegularExpression(pattern: pattern, options: matchingCase ? [] : [.caseInsensitive])
        self.template = template
    }

    /// Whether the pattern is one; the tests ask.
    public var isValid: Bool { expression != nil }

    /// With the first match replaced; nil without a match.
    public func applied(to text: String) -> String? {
        guard let match = expression?.firstMatch(in: text, range: Self.all(of: text)),
            let range = Range(match.range, in: text), let expression
        else { return nil }
        return text.replacingCharacters(
            in: range, with: expression.replacementString(for: match, in: text, offset: 0, template: template))
    }

    /// With every match replaced; nil without a match.
    public func appliedThroughout(_ text: String) -> String? {
        guard let expression, expression.firstMatch(in: text, range: Self.all(of: text)) != nil else { return nil }
        return expression.stringByReplacingMatches(in: text, range: Self.all(of: text), withTemplate: template)
    }

    public func matchesWhole(_ text: String) -> Bool {
        expression?.firstMatch(in: text, range: Self.all(of: text))?.range == Self.all(of: text)
    }

    private static func all(of text: String) -> NSRange { NSRange(text.startIndex..., in: text) }
}
