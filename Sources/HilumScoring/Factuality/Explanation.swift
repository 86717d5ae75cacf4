import HilumExtraction
import HilumOntology

/// One clause for each kind of error, in a radiologist's words.
enum Explanation {
    static func falseFinding(_ finding: Statement, deniedAs denial: Statement?, _ knowledge: Knowledge) -> String {
        unanswered(finding, deniedAs: denial, knowledge, by: "the candidate ", of: ", which the reference", " does not mention")
    }

    static func omission(_ finding: Statement, deniedAs denial: Statement?, _ knowledge: Knowledge) -> String {
        unanswered(finding, deniedAs: denial, knowledge, by: "the reference ", of: ", which the candidate", " leaves out")
    }

    private static func unanswered(
        _ finding: Statement, deniedAs denial: Statement?, _ knowledge: Knowledge, by one: String, of other: String,
        _ silence: String
    ) -> String {
        // In one piece of memory, as there is one of them to most errors.
        var text = ""
        text.reserveCapacity(120)
        text += one
        text += finding.status == .uncertain ? "suspects " : "reports "
        text += knowledge.name(of: finding.concept)
        text += other
        guard let denial else { return text + silence }
        text += " denies"
        guard denial.concept != finding.concept else { return text }
        text += " (no "
        text += knowledge.name(of: denial.concept)
        text += ")"
        return text
    }

    static func selfDenial(_ finding: Statement, _ knowledge: Knowledge) -> String {
        "the candidate reports \(knowledge.name(of: finding.concept)) and denies it as well"
    }

    static func overstatement(_ found: Statement, of expected: Statement, _ knowledge: Knowledge) -> String {
        "the candidate adds \(knowledge.name(of: found.concept)), where the reference says only "
            + knowledge.name(of: expected.concept)
    }

    static func location(candidate: Statement, reference: Statement, isRepeat: Bool, _ knowledge: Knowledge) -> String {
        let isSide = isOfSide(candidate: candidate, reference: reference)
        let expected = isSide ? reference.sides.name : places(reference, knowledge)
        let found = isSide ? candidate.sides.name : places(candidate, knowledge)
        if found.isEmpty { return "\(expected) in the reference, no \(isSide ? "side" : "place") in the candidate" }
        return "\(expected) in the reference, \(isRepeat ? "also " : "")\(found) in the candidate"
    }

    /// Whether it is the side rather than the site that is wrong.
    static func isOfSide(candidate: Statement, reference: Statement) -> Bool {
        candidate.sides != reference.sides && !reference.sides.isEmpty
    }

    static func placement(candidate: Statement, reference: Statement, _ knowledge: Knowledge) -> String {
        opposed(candidate: place(candidate, knowledge), reference: place(reference, knowledge))
    }

    /// Where a device ends and what to think of it: `tip at the right main bronchus (malpositioned)`.
    static func place(_ statement: Statement, _ knowledge: Knowledge) -> String {
        let tip = statement.tip
        let names = tip.sites.map { site in
            let hasSide = !site.sides.isEmpty && site.sides != .midline && knowledge.naturalSide(of: site.concept).isEmpty
            return (hasSide ? "\(site.sides.name) " : "") + knowledge.name(of: site.concept)
        }
        let placement = statement.placement?.value.rawValue
        guard !names.isEmpty else { return placement ?? "no word on the position" }
        let distance = tip.distance.map { "\($0.words) " } ?? ""
        return "tip \(distance)\(tip.relation.rawValue) the " + names.joined(separator: " and the ")
            + (placement.map { " (\($0))" } ?? "")
    }

    static func places(_ statement: Statement, _ knowledge: Knowledge) -> String {
        let names = statement.sites.map { name(of: $0, in: statement, knowledge) }
        return names.isEmpty ? statement.sides.name : names.joined(separator: " and ")
    }

    /// A site with its side, or else that of the finding, unless it goes without saying: `left lower lobe`, `lingula`.
    static func name(of site: PlacedSite, in statement: Statement, _ knowledge: Knowledge) -> String {
        let name = knowledge.name(of: site.concept)
        let sides = sides(of: site, in: statement)
        return sides.isEmpty || !knowledge.naturalSide(of: site.concept).isEmpty ? name : "\(sides.name) \(name)"
    }

    /// Where a site lies, or else the finding; empty in the midline.
    static func sides(of site: PlacedSite, in statement: Statement) -> Sides {
        let sides = site.sides.isEmpty ? statement.sides : site.sides
        return sides == .midline ? [] : sides
    }

    static func opposed(candidate: String, reference: String) -> String {
        "\(reference) in the reference, \(candidate) in the candidate"
    }

    static func contradiction(_ contradiction: Contradiction, _ knowledge: Knowledge) -> String {
        opposed(
            candidate: knowledge.name(of: contradiction.candidate.value),
            reference: knowledge.name(of: contradiction.reference.value))
    }

    static func degree(candidate: Degree?, reference: Degree?) -> String {
        switch (candidate, reference) {
        case (let candidate?, let reference?): opposed(candidate: candidate.word.name, reference: reference.word.name)
        case (let candidate?, nil): "\(candidate.word.name) in the candidate, no degree in the reference"
        case (nil, let reference?): "\(reference.word.name) in the reference, no degree in the candidate"
        case (nil, nil): ""
        }
    }

    static func change(candidate: Change?, reference: Change?) -> String {
        switch (candidate, reference) {
        case (let candidate?, let reference?): opposed(candidate: candidate.rawValue, reference: reference.rawValue)
        case (let candidate?, nil): "\(candidate.rawValue) in the candidate, no comparison in the reference"
        case (nil, let reference?): "\(reference.rawValue) in the reference, no comparison in the candidate"
        case (nil, nil): ""
        }
    }
}

extension Measurement {
    /// As a report would write it: `4.5 cm`.
    fileprivate var words: String {
        value == value.rounded() && abs(value) < 1e6 ? "\(Int(value)) \(unit)" : "\(value) \(unit)"
    }
}
