/// The same sentences in another order or on other lines.
extension Editor {
    /// Sentences in another order, section by section; only where none refers to the one before.
    func reordered(_ choice: inout Choice) -> [ReportText] {
        guard report.findings.count > 1 || report.impression.count > 1 else { return [] }
        let isFree = readings.allSatisfy { reading in
            guard let first = reading.items.first else { return true }
            return !Self.referring.contains(first.words)
                && !reading.items.contains {
                    ["which", "former", "latter", "above", "below", "this", "these"].contains($0.words)
                }
        }
        guard isFree, !report.sentences.contains(where: { $0.body.contains(":") }) else { return [] }
        var edited = report
        edited.findings = shuffled(report.findings, &choice)
        edited.impression = shuffled(report.impression, &choice)
        return [edited]
    }

    private func shuffled(_ sentences: [ReportSentence], _ choice: inout Choice) -> [ReportSentence] {
        guard sentences.count > 1 else { return sentences }
        // Items of a list are moved with all of their sentences.
        var groups: [[ReportSentence]] = []
        for sentence in sentences {
            if sentence.number == nil, let last = groups.indices.last, groups[last][0].number != nil {
                groups[last].append(sentence)
            } else {
                groups.append([sentence])
            }
        }
        var number = 0
        var order = choice.shuffled(groups)
        if order == groups { order.append(order.removeFirst()) }
        return order.flatMap { group -> [ReportSentence] in
            var group = group
            if group[0].number != nil {
                number += 1
                group[0].number = number
            }
            for index in group.indices where group[index].end.isEmpty { group[index].end = "." }
            return group
        }
    }

    /// Capitals, lines of their own, headings: the same words.
    func relaid(_ choice: inout Choice) -> [String] {
        switch choice.number(below: 4) {
        case 0: [report.text.uppercased()]
        case 1: [report.sentences.map(\.text).joined(separator: "\n")]
        case 2:
            [
                "FINDINGS:\n" + report.findings.map(\.text).joined(separator: " ") + "\n\nIMPRESSION:\n"
                    + report.impression.map(\.text).joined(separator: " ")
            ]
        default:
            [
                Self.wrapped(report.findings.map(\.text).joined(separator: " ")) + "\n\nImpression: "
                    + Self.wrapped(report.impression.map(\.text).joined(separator: " "))
            ]
        }
    }

    /// In lines of about 60 characters.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count > 60 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines.joined(separator: "\n")
    }
}
