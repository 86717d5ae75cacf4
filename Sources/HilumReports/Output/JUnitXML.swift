/// Test results in JUnit's XML, as CI systems read it: one suite, in the form that Jenkins, GitLab, GitHub's and Azure's readers share.
///
///     var suite = JUnitXML(suite: "hilum check")
///     suite.cases.append(.init(name: "kg_reward drops by no more than 0.01", failure: .init(message: "…", details: "…")))
///     suite.text
public struct JUnitXML: Sendable {
    public struct Case: Sendable {
        public var name: String
        /// The file that is tested.
        public var file: String?
        /// Nil of a case that passes.
        public var failure: Failure?
        /// What a case that passes has to say.
        public var output: String?

        public init(name: String, file: String? = nil, failure: Failure? = nil, output: String? = nil) {
            self.name = name
            self.file = file
            self.failure = failure
            self.output = output
        }
    }

    public struct Failure: Sendable {
        /// A sentence.
        public var message: String
        /// Any number of lines.
        public var details: String

        public init(message: String, details: String) {
            self.message = message
            self.details = details
        }
    }

    public var suite: String
    public var properties: [(name: String, value: String)]
    public var cases: [Case] = []

    public init(suite: String, properties: [(name: String, value: String)] = []) {
        self.suite = suite
        self.properties = properties
    }

    /// The whole document. It has no times, so that the same results give the same bytes.
    public var text: String {
        let counts = "tests=\"\(cases.count)\" failures=\"\(cases.count { $0.failure != nil })\" errors=\"0\" skipped=\"0\""
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\(Self.attribute(suite)) \(counts)>\n"
        text += "  <testsuite name=\(Self.attribute(suite)) \(counts)>\n"
        if !properties.isEmpty {
            text += "    <properties>\n"
            for property in properties {
                text += "      <property name=\(Self.attribute(property.name)) value=\(Self.attribute(property.value))/>\n"
            }
            text += "    </properties>\n"
        }
        for test in cases { text += element(of: test) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private func element(of test: Case) -> String {
        let file = test.file.map { " file=\(Self.attribute($0))" } ?? ""
        var text = "    <testcase classname=\(Self.attribute(suite)) name=\(Self.attribute(test.name))\(file)"
        guard test.failure != nil || test.output != nil else { return text + "/>\n" }
        text += ">\n"
        if let failure = test.failure {
            text += "      <failure message=\(Self.attribute(failure.message))>\(Self.escaped(failure.details))</failure>\n"
        }
        if let output = test.output { text += "      <system-out>\(Self.escaped(output))</system-out>\n" }
        return text + "    </testcase>\n"
    }

    // MARK: Escapes

    private static func attribute(_ text: String) -> String { "\"\(escaped(text, inAttribute: true))\"" }

    /// As XML 1.0 has it; a character that it forbids, such as a control character, becomes U+FFFD.
    static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            // Behind `]]` it may not stand.
            case ">": escaped += "&gt;".unicodeScalars
            case "\"" where inAttribute: escaped += "&quot;".unicodeScalars
            // A reader would take them for blanks.
            case "\t" where inAttribute, "\n" where inAttribute: escaped += "&#\(scalar.value);".unicodeScalars
            // A reader would take it for a line feed.
            case "\r": escaped += "&#13;".unicodeScalars
            default: escaped.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    /// Whether it is a `Char` of XML 1.0 (§2.2); surrogates are no scalars.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
