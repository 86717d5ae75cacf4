/// The same in other words.
extension Editor {
    /// Up to three rules, each in a report of its own, each for one sentence.
    func rewritten(by rules: [Rewriting], _ choice: inout Choice) -> [ReportText] {
        var edits: [(sentence: Int, body: String)] = []
        for (index, sentence) in report.sentences.enumerated() where !sentence.body.contains(":") {
            for rule in rules {
                guard let text = rule.applied(to: sentence.body) else { continue }
                let body = Wording.articlesMended(Wording.tidied(text))
                if body != sentence.body { edits.append((index, body)) }
            }
        }
        return choice.shuffled(edits).prefix(3).map { replacing($0.sentence, by: $0.body) }
    }

    /// All rules wherever they fit.
    func rewrittenThroughout(by rules: [Rewriting]) -> [ReportText] {
        var edited = report
        for (index, sentence) in report.sentences.enumerated() {
            edited[index].body = rules.reduce(sentence.body) { body, rule in
                rule.appliedThroughout(body).map { body.first?.isUppercase == true ? $0.capitalizingFirst : $0 } ?? body
            }
        }
        return [edited]
    }
}
