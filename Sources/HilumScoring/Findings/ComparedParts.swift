import HilumExtraction
import HilumOntology

/// What one report says of a finding, in its own words.
struct StatedPart {
    var kind: ComparedFinding.Part.Kind
    var name: String
    /// Of a site.
    var concept: ConceptID?
    /// Of a site with its side, and of a side.
    var sides: Sides = []
    /// Of a degree: 0 (minimal, tiny) to 3 (severe, large).
    var level: Int?

    static func all(of statement: Statement, in graph: ReportGraph, _ knowledge: Knowledge) -> [StatedPart] {
        var parts: [StatedPart] = []
        var isSideSaid = statement.sides.isEmpty || statement.sides == .midline
        for site in statement.sites {
            let sides = Explanation.sides(of: site, in: statement)
            parts.append(
                StatedPart(
                    kind: .site, name: Explanation.name(of: site, in: statement, knowledge), concept: site.concept, sides: sides))
            isSideSaid = isSideSaid || sides == statement.sides
        }
        if statement.saysWhereItEnds {
            parts.append(StatedPart(kind: .tip, name: Explanation.place(statement, knowledge)))
            isSideSaid = true
        }
        if !isSideSaid { parts.append(StatedPart(kind: .side, name: statement.sides.name, sides: statement.sides)) }
        if let degree = statement.degree {
            parts.append(StatedPart(kind: .degree, name: degree.word.name, level: degree.level))
        }
        if let change = statement.change { parts.append(StatedPart(kind: .change, name: change.value.rawValue)) }
        if let length = statement.length {
            parts.append(StatedPart(kind: .length, name: Quotation(length.span, of: graph).text))
        }
        if let count = statement.count { parts.append(StatedPart(kind: .count, name: count.value.name)) }
        for descriptor in statement.descriptors {
            parts.append(StatedPart(kind: .descriptor, name: knowledge.name(of: descriptor.value)))
        }
        return parts
    }
}

/// Which part of one report's finding is one of the other's.
struct ComparedParts {
    private(set) var parts: [ComparedFinding.Part] = []

    /// - Parameter sameLength: whether the lengths of the two findings are as near as two readers measure.
    init(reference: [StatedPart], candidate: [StatedPart], sameLength: Bool, knowledge: Knowledge) {
        var candidate = candidate
        var counterparts = [StatedPart?](repeating: nil, count: reference.count)
        let isSame: [(StatedPart, StatedPart) -> Bool] = [
            { $0.kind == $1.kind && $0.name == $1.name },
            { Self.mean($0, $1, sameLength: sameLength, knowledge) },
        ]
        // What is said in the same words goes together first.
        for isSame in isSame {
            for index in reference.indices where counterparts[index] == nil {
                guard let match = candidate.firstIndex(where: { isSame(reference[index], $0) }) else { continue }
                counterparts[index] = candidate.remove(at: match)
            }
        }
        for (part, counterpart) in zip(reference, counterparts) {
            guard let counterpart else {
                if !Self.goesWithoutSaying(part, candidate + counterparts.compactMap(\.self)) { append(part, .reference) }
                continue
            }
            var both = part
            if counterpart.name != part.name { both.name += " / \(counterpart.name)" }
            append(both, .both)
        }
        for part in candidate where !Self.goesWithoutSaying(part, reference) { append(part, .candidate) }
        parts = ComparedFinding.Part.Kind.allCases.flatMap { kind in parts.filter { $0.kind == kind } }
    }

    private mutating func append(_ part: StatedPart, _ source: ComparedFinding.Source) {
        let part = ComparedFinding.Part(kind: part.kind, name: part.name, source: source)
        if !parts.contains(part) { parts.append(part) }
    }

    /// Whether two parts say the same in other words.
    private static func mean(_ one: StatedPart, _ other: StatedPart, sameLength: Bool, _ knowledge: Knowledge) -> Bool {
        guard one.kind == other.kind else { return false }
        switch one.kind {
        case .site:
            guard let first = one.concept, let second = other.concept else { return false }
            return one.sides == other.sides && knowledge.overlap(first, second)
        case .degree: return one.level == other.level
        case .length: return sameLength
        case .tip, .side, .change, .count, .descriptor: return false
        }
    }

    /// A side that the other report gives with the site.
    private static func goesWithoutSaying(_ part: StatedPart, _ other: [StatedPart]) -> Bool {
        part.kind == .side && other.contains { $0.kind == .site && $0.sides == part.sides }
    }
}
