extension CheckResult {
    private static let title = "hilum check"

    /// Nil for standard input, which no line of a repository stands for.
    private var inputFile: String? { input == "standard input" ? nil : input }

    // MARK: JUnit

    private static let mostMissingNamed = 1_000

    /// A test case a gate, which names the worst reports where it fails, and one for missing reports.
    /// - Parameter most: how many reports to name.
    public func junit(most: Int) -> JUnitXML {
        var xml = JUnitXML(
            suite: Self.title, properties: [("baseline", baseline), ("reports", String(reports)), ("signature", signature)])
        let worst = regressions.prefix(most).map { ([text(of: $0)] + $0.details.map { "  \($0)" }).joined(separator: "\n") }
        for gate in gates {
            let failure = JUnitXML.Failure(message: gate.text, details: ([gate.text] + worst).joined(separator: "\n"))
            xml.cases.append(
                .init(
                    name: gate.gate.rule, file: inputFile, failure: gate.hasFailed ? failure : nil,
                    output: gate.hasFailed ? nil : gate.text))
        }
        let fails = !missing.isEmpty && !allowsMissing
        let named = missing.prefix(Self.mostMissingNamed)
        let rest = missing.count > named.count ? ["and \(missing.count - named.count) more"] : []
        let details = (named + rest).joined(separator: "\n")
        xml.cases.append(
            .init(
                name: "no report of the baseline is missing", file: inputFile,
                failure: fails ? missingText.map { .init(message: $0, details: details) } : nil,
                output: fails ? nil : missingText))
        return xml
    }

    private func text(of regression: Regression) -> String {
        "\(regression.quotedID), \(input):\(regression.line): \(regression.summary)"
    }

    // MARK: GitHub

    /// An error for whatever fails the check and, where it fails, for each of the worst reports on its line; a warning for what passes
    /// for want of evidence, or because it may; a notice for new reports. A report that is worse where the check passes has none.
    /// - Parameter most: how many reports to name.
    public func annotations(most: Int) -> [GitHubAnnotation] {
        var annotations = failures.map {
            GitHubAnnotation(.error, file: inputFile, title: "\(Self.title) failed", message: $0)
        }
        if !hasPassed {
            annotations += regressions.prefix(most).map { regression in
                GitHubAnnotation(
                    .error, file: inputFile, line: regression.line, title: "\(regression.quotedID) is worse than in the baseline",
                    message: ([regression.summary] + regression.details).joined(separator: "\n"))
            }
        }
        annotations += warnings.map { GitHubAnnotation(.warning, file: inputFile, title: Self.title, message: $0) }
        if let addedText {
            annotations.append(GitHubAnnotation(.notice, file: inputFile, title: Self.title, message: addedText))
        }
        return annotations
    }
}
