/// A message that GitHub shows beside a line of a file, as a workflow command of its runner
/// (docs.github.com, "Workflow commands for GitHub Actions").
public struct GitHubAnnotation: Sendable, Hashable {
    public enum Level: String, CaseIterable, Sendable {
        case error, warning, notice
    }

    public var level: Level
    /// The path in the repository; nil for none.
    public var file: String?
    /// From 1.
    public var line: Int?
    public var title: String
    /// Any number of lines.
    public var message: String

    /// GitHub shows no more of a level for a step.
    public static let mostOfLevel = 10

    public init(_ level: Level, file: String? = nil, line: Int? = nil, title: String, message: String) {
        self.level = level
        self.file = file
        self.line = line
        self.title = title
        self.message = message
    }

    /// `::error file=predictions.csv,line=7,title=…::…`, on one line.
    public var command: String {
        var properties: [String] = []
        if let file { properties.append("file=\(Self.property(file))") }
        if let line { properties.append("line=\(line)") }
        properties.append("title=\(Self.property(title))")
        return "::\(level.rawValue) \(properties.joined(separator: ","))::\(Self.data(message))"
    }

    /// The commands, a line each; of each level the first that GitHub shows.
    public static func commands(_ annotations: [GitHubAnnotation]) -> String {
        Level.allCases.flatMap { level in annotations.filter { $0.level == level }.prefix(mostOfLevel) }
            .map { $0.command + "\n" }.joined()
    }

    // MARK: Escapes

    private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

    private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

    /// Scalar by scalar, as a return and a line feed are one character.
    private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            guard special.contains(scalar) else { return escaped.unicodeScalars.append(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            escaped += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
        }
    }

    /// A text for the log of a step, in which the runner finds no command, whatever words of reports are in it: neither `::` at the start
    /// of a line, behind blanks or not, nor `##[` anywhere.
    public static func inert(_ text: String) -> String {
        var inert = String.UnicodeScalarView()
        var isAtStart = true
        for scalar in text.unicodeScalars {
            if isAtStart, scalar == ":" {
                inert.append("'")
            } else if scalar == "[", inert.suffix(2).elementsEqual(["#", "#"]) {
                inert.append(" ")
            }
            inert.append(scalar)
            isAtStart = scalar == "\n" || scalar == "\r" || isAtStart && scalar.properties.isWhitespace
        }
        return String(inert)
    }
}
