import HilumExtraction
import HilumOntology

/// What a report states, each finding once: findings and impression repeat one another, and a repeat is no second finding.
///
/// The order of the sentences makes no difference but to the spans.
struct Statements: Sendable {
    /// Present or uncertain, in the order of `Statement.precedes`.
    var positive: [Statement]
    /// Absent, in the same order.
    var absent: [Statement]

    init(of graph: ReportGraph, knowledge: Knowledge) {
        positive = []
        absent = []
        var statements = graph.observations.map { Statement($0, knowledge: knowledge) }
        statements.sort(by: Statement.precedes)
        for statement in statements {
            if statement.status == .absent {
                addAbsent(statement)
            } else {
                addPositive(statement, knowledge)
            }
        }
    }

    var isEmpty: Bool { positive.isEmpty && absent.isEmpty }

    private mutating func addPositive(_ statement: Statement, _ knowledge: Knowledge) {
        var index = positive.count
        while index > 0, positive[index - 1].concept == statement.concept { index -= 1 }
        while index < positive.count {
            if Self.same(positive[index], statement, knowledge) {
                positive[index].absorb(statement)
                return
            }
            index += 1
        }
        positive.append(statement)
    }

    /// Sides that do not exclude one another, and sites that may be the same place.
    private static func same(_ one: Statement, _ other: Statement, _ knowledge: Knowledge) -> Bool {
        guard one.sides.agrees(with: other.sides) else { return false }
        if one.sites.isEmpty || other.sites.isEmpty { return true }
        return one.sites.contains { first in other.sites.contains { knowledge.overlap(first.concept, $0.concept) } }
    }

    /// An absence without qualification holds for the qualified ones too.
    private mutating func addAbsent(_ statement: Statement) {
        var index = absent.count
        while index > 0, absent[index - 1].concept == statement.concept {
            index -= 1
            if !absent[index].isQualified || absent[index].agreesOnQualification(with: statement) {
                absent[index].absorb(statement, keepingPlace: true)
                return
            }
        }
        if !statement.isQualified {
            var whole = statement
            for narrower in absent[index...] where narrower.concept == statement.concept { whole.absorb(narrower, keepingPlace: true) }
            absent.removeSubrange(index...)
            absent.append(whole)
        } else {
            absent.append(statement)
        }
    }

    /// Makes left and right of one concept the bilateral finding that they are, where the other report calls it so.
    static func bridge(_ one: inout Statements, _ other: inout Statements) {
        for statement in one.positive where statement.sides == .bilateral { other.joinSides(of: statement.concept) }
        for statement in other.positive where statement.sides == .bilateral { one.joinSides(of: statement.concept) }
    }

    private mutating func joinSides(of concept: ConceptID) {
        guard let left = positive.firstIndex(where: { $0.concept == concept && $0.sides == .left }),
            let right = positive.firstIndex(where: { $0.concept == concept && $0.sides == .right })
        else { return }
        positive[min(left, right)].absorb(positive[max(left, right)])
        positive.remove(at: max(left, right))
    }
}

extension Statement {
    /// Takes over what a repeat adds. Where the two differ the graver value is kept, so that it does not matter which came first.
    mutating func absorb(_ repeated: Statement, keepingPlace: Bool = false) {
        if !keepingPlace {
            if !sides.isSuperset(of: repeated.sides) {
                sides.formUnion(repeated.sides)
                sideSpan = sideSpan ?? repeated.sideSpan
            }
            for site in repeated.sites where !sites.contains(where: { $0.concept == site.concept && $0.sides == site.sides }) {
                sites.append(site)
            }
            if let other = repeated.degree, other.level > degree?.level ?? -1 { degree = other }
        }
        if repeated.changeRank > changeRank { change = repeated.change }
        if repeated.status == .present { status = .present }
        for descriptor in repeated.descriptors where !descriptors.contains(descriptor) { descriptors.append(descriptor) }
        descriptors.sort()
        span = min(span, repeated.span)
    }

    func agreesOnQualification(with other: Statement) -> Bool {
        degree?.level == other.degree?.level && sides == other.sides && sites.count == other.sites.count
            && zip(sites, other.sites).allSatisfy { $0.concept == $1.concept && $0.sides == $1.sides }
    }
}
