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
    /// Whether any concept is stated more than once, as what is said twice must be.
    private(set) var repeatsConcept = false

    init(of graph: ReportGraph, knowledge: Knowledge) {
        positive = []
        absent = []
        let observations = graph.observations
        positive.reserveCapacity(observations.count)
        absent.reserveCapacity(observations.count)
        // By concept first, and all else only where that is not enough: observations and statements are large.
        let order = observations.indicesByConcept
        var start = 0
        while start < order.count {
            let concept = observations[order[start]].concept
            var end = start + 1
            while end < order.count, observations[order[end]].concept == concept { end += 1 }
            if end == start + 1 {
                let statement = Statement(observations, at: order[start], knowledge: knowledge)
                if statement.status == .absent { absent.append(statement) } else { positive.append(statement) }
            } else {
                repeatsConcept = true
                var alike = order[start..<end].map { Statement(observations, at: $0, knowledge: knowledge) }
                alike.sort(by: Statement.precedes)
                for statement in alike { add(statement, knowledge) }
            }
            start = end
        }
    }

    private mutating func add(_ statement: Statement, _ knowledge: Knowledge) {
        if statement.status == .absent {
            addAbsent(statement)
        } else {
            addPositive(statement, knowledge)
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
        if index < absent.count, !statement.isQualified {
            var whole = statement
            for narrower in absent[index...] where narrower.concept == statement.concept {
                whole.absorb(narrower, keepingPlace: true)
            }
            absent.removeSubrange(index...)
            absent.append(whole)
        } else {
            absent.append(statement)
        }
    }

    /// Makes one finding of several of the same concept where the other report states them as one: "left effusion" and "right
    /// effusion" are the "bilateral effusions" of the other. Where the two sides differ in degree or change, two are made of the one.
    static func bridge(_ one: inout Statements, _ other: inout Statements, knowledge: Knowledge) {
        one.splitSides(asIn: other, knowledge)
        other.splitSides(asIn: one, knowledge)
        for index in one.positive.indices where one.positive[index].isManifold {
            other.join(within: one.positive[index], knowledge)
        }
        for index in other.positive.indices where other.positive[index].isManifold {
            one.join(within: other.positive[index], knowledge)
        }
    }

    private mutating func splitSides(asIn other: Statements, _ knowledge: Knowledge) {
        for index in positive.indices.reversed() where positive[index].sides == .bilateral {
            let concept = positive[index].concept
            let parts = other.positive.indices.filter {
                other.positive[$0].concept == concept && other.positive[$0].sides != .bilateral
                    && other.positive[$0].lies(within: positive[index], knowledge)
            }
            let differ = parts.contains { left in
                other.positive[left].sides == .left
                    && parts.contains {
                        other.positive[$0].sides == .right && other.positive[$0].differs(from: other.positive[left])
                    }
            }
            guard differ else { continue }
            let both = positive[index]
            positive.replaceSubrange(index...index, with: [both.restricted(to: .left), both.restricted(to: .right)])
        }
    }

    private mutating func join(within whole: Statement, _ knowledge: Knowledge) {
        let first = positive.indices.first {
            positive[$0].concept == whole.concept && positive[$0].lies(within: whole, knowledge)
        }
        guard let first else { return }
        var index = positive.count - 1
        while index > first {
            if positive[index].lies(within: whole, knowledge) { positive[first].absorb(positive.remove(at: index)) }
            index -= 1
        }
    }
}

extension Statement {
    /// Reads the observation where it stands, by its address: a subscript copies it, and counts the references of all that it holds.
    fileprivate init(_ observations: [Observation], at index: Int, knowledge: Knowledge) {
        self = observations.withUnsafeBufferPointer { observations in
            guard let first = observations.baseAddress, observations.indices.contains(index) else {
                preconditionFailure("no observation \(index)")
            }
            return Statement((first + index).pointee, knowledge: knowledge)
        }
    }
}

extension [Observation] {
    /// The places of the observations by concept, of one concept in their order.
    var indicesByConcept: [Int] {
        // In one integer each, as most of the time of sorting goes into comparing.
        var order = indices.map { Int(self[$0].concept.rawValue) << 40 | $0 }
        order.sort()
        for index in order.indices { order[index] &= 1 << 40 - 1 }
        return order
    }
}

extension Statement {
    /// Takes over what a repeat adds. Where the two differ the graver value is kept, so that it does not matter which came first.
    mutating func absorb(_ repeated: Statement, keepingPlace: Bool = false) {
        // One on each side are two, or more: nobody has counted.
        if sides != repeated.sides {
            if count != nil { count = nil }
        } else if repeated.count?.value.rank ?? 0 > count?.value.rank ?? 0 {
            count = repeated.count
        }
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
        for descriptor in repeated.descriptors { add(descriptor) }
        if tip.sites.isEmpty || repeated.placementRank > placementRank, !repeated.tip.sites.isEmpty { tip = repeated.tip }
        if repeated.placementRank > placementRank { placement = repeated.placement }
        significance = max(significance, repeated.significance)
        if let other = repeated.length, other.value > length?.value ?? 0 { length = other }
        span = min(span, repeated.span)
    }

    /// Whether it says of several places what others may say of each.
    @inline(__always)
    fileprivate var isManifold: Bool { sides == .bilateral || !details.isEmpty && details[0].sites.count > 1 }

    /// Whether two statements cannot be one in degree or change.
    fileprivate func differs(from other: Statement) -> Bool {
        if let own = degree?.level, let level = other.degree?.level, own != level { return true }
        return change?.value != other.change?.value && change != nil && other.change != nil
    }

    /// The half of a finding of both sides.
    fileprivate func restricted(to side: Sides) -> Statement {
        var half = self
        half.sides = side
        half.sites = sites.filter { $0.sides.isEmpty || !$0.sides.isDisjoint(with: side) }
        for index in half.sites.indices where !half.sites[index].sides.isEmpty { half.sites[index].sides = side }
        return half
    }

    func lies(within whole: Statement, _ knowledge: Knowledge) -> Bool {
        concept == whole.concept && (whole.sides.isEmpty || sides.isSubset(of: whole.sides))
            && (whole.sites.isEmpty
                || sites.allSatisfy { site in whole.sites.contains { knowledge.overlap(site.concept, $0.concept) } })
    }

    func agreesOnQualification(with other: borrowing Statement) -> Bool {
        degree?.level == other.degree?.level && sides == other.sides && sites.count == other.sites.count
            && zip(sites, other.sites).allSatisfy { $0.concept == $1.concept && $0.sides == $1.sides }
    }
}
