/// Findings put in and taken out.
extension Editor {
    /// Three different findings, each in a report of its own, anywhere in the findings, or in the impression where that is all.
    func insertions(_ choice: inout Choice) -> [ReportText] {
        let fitting = Insertions.sentences.filter { sentence in
            !readings.contains { reading in
                reading.speaks(of: sentence.family)
                    || reading.items.contains { item in sentence.alsoNot.contains { item.words.hasPrefix($0) } }
            }
        }
        let places = placesForSentences
        return choice.shuffled(fitting).prefix(3).compactMap { sentence in
            guard let place = choice.one(of: places) else { return nil }
            var edited = report
            edited.insert(sentence.body, after: place)
            return edited
        }
    }

    /// Where a sentence can be put after another one: not between one and the next that refers to it.
    var placesForSentences: [Int] {
        let section = report.findings.isEmpty ? report.impression.indices : report.findings.indices
        return section.filter { index in
            !isReferredTo(after: index) && (index + 1 == section.upperBound || report[index + 1].number == nil)
        }
    }

    /// A finding that the report denies, with the denial left where it is.
    func deniedInsertions(_ choice: inout Choice) -> [ReportText] {
        let denied = Insertions.sentences.filter { sentence in
            ["pneumothorax", "effusion"].contains(sentence.family)
                && readings.allSatisfy { !$0.speaks(of: sentence.family) || $0.isDenial }
                && readings.contains { $0.speaks(of: sentence.family) }
        }
        let section = report.findings.isEmpty ? report.impression.indices : report.findings.indices
        guard let sentence = choice.one(of: denied), let last = section.last, !isReferredTo(after: last) else { return [] }
        var edited = report
        edited.insert(sentence.body, after: last)
        return [edited]
    }

    /// Without each of the sentences whose only statement is a finding, and without each last finding of two.
    func omissions() -> [ReportText] {
        loneFindings().map { found in
            var edited = report
            edited.remove(at: found.sentence)
            return edited
        }
        .filter { $0.count > 0 } + tails().map { replacing($0.sentence, by: $0.head) }
    }
}
