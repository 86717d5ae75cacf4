/// Findings denied that were asserted, and the reverse.
extension Editor {
    /// Asserts what a sentence denies: the sentence itself, or one element of its list in a sentence of its own.
    func assertions(_ choice: inout Choice) -> [ReportText] {
        var edited = enlargedHearts(&choice)
        for index in readings.indices {
            guard let list = DenialList(readings[index]) else { continue }
            let elements = list.elements.indices.filter { element in
                let finding = list.elements[element].finding
                let isNamedElsewhere = readings.indices.contains { $0 != index && readings[$0].speaks(of: finding.family) }
                let isNamedTwice = list.elements.count { $0.finding.family == finding.family } > 1
                return finding.isDeniable && !isNamedElsewhere && !isNamedTwice && !isReferredTo(after: index)
            }
            guard let element = choice.one(of: elements) else { continue }
            let assertion = list.elements[element].assertion(choice.number(below: 4))
            if list.elements.count == 1, list.isWholeSentence {
                edited.append(replacing(index, by: assertion))
            } else if let rest = list.without(element) {
                var changed = replacing(index, by: rest)
                changed.insert(assertion, after: index)
                edited.append(changed)
            }
        }
        return edited
    }

    /// Denies what a sentence asserts.
    func denials(_ choice: inout Choice) -> [ReportText] {
        var edited = normalHearts(&choice)
        for found in loneFindings(allowingDenials: false) where found.finding.isDeniable {
            let name = found.finding.phrase
            let denial =
                switch choice.number(below: 5) {
                case 0: "No \(name)"
                case 1: "There \(found.finding.verb) no \(name)"
                case 2: "No \(name) \(found.finding.verb) seen"
                case 3: "Negative for \(name)"
                default: "No evidence of \(name)"
                }
            edited.append(replacing(found.sentence, by: denial))
        }
        for tail in tails() where tail.finding.isDeniable && !isDenied(tail.finding) {
            var denied = replacing(tail.sentence, by: tail.head)
            denied.insert("No \(tail.finding.phrase)", after: tail.sentence)
            edited.append(denied)
        }
        return edited
    }

    private func isDenied(_ finding: Finding) -> Bool {
        readings.contains { $0.isDenial && $0.speaks(of: finding.family) }
    }

    private func enlargedHearts(_ choice: inout Choice) -> [ReportText] {
        rewrittenHeart(
            from: Self.normalHeart, to: ["The heart is enlarged", "Cardiomegaly is present", "There is cardiac enlargement"],
            &choice)
    }

    private func normalHearts(_ choice: inout Choice) -> [ReportText] {
        rewrittenHeart(
            from: Self.enlargedHeart,
            to: ["The heart is normal in size", "Heart size is within normal limits", "The heart is not enlarged"],
            &choice)
    }

    private static let normalHeart = Rewriting(
        "(?:the )?(?:heart(?: size)?|cardiac silhouette|cardiac size) (?:is |appears )?"
            + "(?:normal|within normal limits|not enlarged)(?: in size| size)?",
        "")
    private static let enlargedHeart = Rewriting(
        "(?:the )?(?:heart(?: size)?|cardiac silhouette) (?:is |appears )?(?:mildly |moderately |slightly |markedly )?enlarged",
        "")

    private func rewrittenHeart(from pattern: Rewriting, to bodies: [String], _ choice: inout Choice) -> [ReportText] {
        readings.indices.compactMap { index in
            guard pattern.matchesWhole(readings[index].body), !isReferredTo(after: index),
                !readings.indices.contains(where: { $0 != index && readings[$0].speaks(of: "heart") }),
                let body = choice.one(of: bodies)
            else { return nil }
            return replacing(index, by: body)
        }
    }
}
