import HilumOntology
import HilumText

/// Puts back the levels that coordination and ranges leave out: "the left fourth and fifth ribs", "ribs 4-8", "the 6th lateral rib",
/// "T4 through T6", "T7 and 8".
extension SentenceReading {
    mutating func completeLevels(_ grammar: Grammar, _ text: [UInt8]) {
        guard traits.contains(.level) else { return }
        var index = items.count - 1
        while index >= 0 {
            if kind(index) == .site || kind(index) == .finding, let level = grammar.entry(items[index])?.level {
                if kind(index) == .site {
                    completeLevels(at: index, level, grammar, text)
                } else {
                    completeLevels(ofFinding: index, level.series, grammar, text)
                }
            }
            index -= 1
        }
    }

    private mutating func completeLevels(at site: Int, _ level: Lexicon.LevelRole, _ grammar: Grammar, _ text: [UInt8]) {
        let series = level.series
        var first = site
        var number = level.number
        if number == 0 {
            // "the 6th lateral rib"
            guard let ordinal = ordinalInPhrase(before: site, grammar), let value = ordinalValue(ordinal, grammar),
                let entry = grammar.levels.entry(of: series, value)
            else { return }
            read(site, as: entry, .site, grammar)
            items[site].start = items[ordinal].start
            items[ordinal].kind = .other
            (first, number) = (ordinal, value)
        } else {
            completeRight(of: site, level, grammar, text)
        }
        completeLeft(of: first, number, series, grammar, text)
    }

    /// "6th lateral rib fracture", "rib fractures (4-6)"
    private mutating func completeLevels(ofFinding head: Int, _ series: ConceptID, _ grammar: Grammar, _ text: [UInt8]) {
        if head + 2 < items.count, kind(head + 1) == .openParenthesis, name(head + 2, series, grammar, text) {
            guard let level = grammar.entry(items[head + 2])?.level else { return }
            completeRight(of: head + 2, level, grammar, text)
        }
        guard let ordinal = ordinalInPhrase(before: head, grammar), name(ordinal, series, grammar, text),
            let number = grammar.entry(items[ordinal])?.level?.number
        else { return }
        completeLeft(of: ordinal, number, series, grammar, text)
    }

    /// Makes an ordinal or a number the member of a series that it numbers; whether it numbers one.
    private mutating func name(_ index: Int, _ series: ConceptID, _ grammar: Grammar, _ text: [UInt8]) -> Bool {
        guard let value = memberNumber(index, series, grammar, text), let entry = grammar.levels.entry(of: series, value),
            index + 1 >= items.count || kind(index + 1) != .unit
        else { return false }
        if kind(index) != .site { read(index, as: entry, .site, grammar) }
        return true
    }

    // MARK: Before

    /// Names the members before one: "fourth, fifth and sixth ribs", "4th through 6th ribs".
    private mutating func completeLeft(
        of first: Int, _ number: UInt8, _ series: ConceptID, _ grammar: Grammar, _ text: [UInt8]
    ) {
        var first = first
        var number = number
        while let separator = separator(before: first, grammar, text) {
            let index = separator.member
            guard name(index, series, grammar, text), let value = grammar.entry(items[index])?.level?.number else { return }
            if separator.isRange { fill(between: index, value, and: first, number, series, grammar) }
            (first, number) = (index, value)
        }
    }

    /// What stands before a member of a list: the item that may be another, and whether the two are the ends of a range.
    private func separator(before first: Int, _ grammar: Grammar, _ text: [UInt8]) -> (member: Int, isRange: Bool)? {
        var index = first - 1
        // "left fourth and right fifth ribs"
        while index >= 0, kind(index) == .laterality || kind(index) == .descriptor { index -= 1 }
        guard index >= 0 else { return nil }
        if index == first - 1, hasDash(before: first, text) { return (index, true) }
        if grammar.entry(items[index])?.number?.kind == .range { return index > 0 ? (index - 1, true) : nil }
        var hasSeparator = false
        while index >= 0, kind(index) == .coordinator || kind(index) == .comma {
            hasSeparator = true
            index -= 1
        }
        // "5th anterior and 6th lateral ribs"
        while hasSeparator, index >= 0, kind(index) == .descriptor { index -= 1 }
        return hasSeparator && index >= 0 ? (index, false) : nil
    }

    // MARK: After

    /// Names the members after one: "ribs 4, 5 and 6", "T7-9".
    private mutating func completeRight(of site: Int, _ level: Lexicon.LevelRole, _ grammar: Grammar, _ text: [UInt8]) {
        var last = site
        var number = level.number
        while true {
            var index = last + 1
            var isRange = index < items.count && hasDash(before: index, text)
            if !isRange, index < items.count, grammar.entry(items[index])?.number?.kind == .range {
                isRange = true
                index += 1
            }
            if !isRange {
                while index < items.count, kind(index) == .coordinator || kind(index) == .comma { index += 1 }
                guard index > last + 1 else { return }
            }
            guard index < items.count, kind(index) == .number, isEndOfList(index) || isRange,
                index + 1 >= items.count || kind(index + 1) != .unit, let value = smallNumber(items[index], text),
                let next = grammar.levels.number(in: level.series, prefix: level.prefix, value: UInt8(value)),
                let entry = grammar.levels.entry(of: level.series, next)
            else { return }
            read(index, as: entry, .site, grammar)
            if isRange { index += fill(between: last, number, and: index, next, level.series, grammar) }
            (last, number) = (index, next)
        }
    }

    /// Whether no noun follows a number, which it would count: "T7 and 2 nodules".
    private func isEndOfList(_ index: Int) -> Bool {
        guard index + 1 < items.count else { return true }
        return !kind(index + 1).isInsideNounPhrase && kind(index + 1) != .site && kind(index + 1) != .finding
    }

    // MARK: Members

    private func ordinalInPhrase(before site: Int, _ grammar: Grammar) -> Int? {
        var index = site - 1
        while index >= leftmost(from: site), kind(index).isInsideNounPhrase {
            if grammar.entry(items[index])?.number?.kind == .ordinal { return index }
            index -= 1
        }
        return nil
    }

    private func ordinalValue(_ index: Int, _ grammar: Grammar) -> UInt8? {
        guard let number = grammar.entry(items[index])?.number, number.kind == .ordinal else { return nil }
        return number.value
    }

    /// The number in a series of an ordinal, of digits, or of a member that is named.
    private func memberNumber(_ index: Int, _ series: ConceptID, _ grammar: Grammar, _ text: [UInt8]) -> UInt8? {
        if kind(index) == .site {
            guard let level = grammar.entry(items[index])?.level, level.series == series, level.number != 0
            else { return nil }
            return level.number
        }
        if let value = ordinalValue(index, grammar) { return grammar.levels.number(in: series, prefix: 0, value: value) }
        guard kind(index) == .number, let value = smallNumber(items[index], text) else { return nil }
        return grammar.levels.number(in: series, prefix: 0, value: UInt8(value))
    }

    /// Puts the members between two into the list, and counts the items that it takes.
    @discardableResult
    private mutating func fill(
        between first: Int, _ one: UInt8, and last: Int, _ other: UInt8, _ series: ConceptID, _ grammar: Grammar
    ) -> Int {
        guard one != other, let coordinator = grammar.levels.coordinator else { return 0 }
        var between: [Item] = []
        let span = (start: items[first].start, end: items[last].end)
        let numbers = min(one, other) + 1..<max(one, other)
        for number in one < other ? Array(numbers) : numbers.reversed() {
            guard let entry = grammar.levels.entry(of: series, number) else { continue }
            between.append(Item(kind: .coordinator, entry: coordinator, start: span.start, end: span.start))
            between.append(Item(kind: .site, entry: entry, start: span.start, end: span.end))
        }
        if first + 1 < last {
            // The word of the range now only coordinates.
            read(first + 1, as: coordinator, .coordinator, grammar)
        } else {
            between.append(Item(kind: .coordinator, entry: coordinator, start: span.start, end: span.start))
        }
        items.insert(contentsOf: between, at: first + 1)
        return between.count
    }

    // MARK: Text

    /// Whether a hyphen or dash, which makes no token, stands right before an item.
    private func hasDash(before index: Int, _ text: [UInt8]) -> Bool {
        guard index > 0 else { return false }
        let gap = Int(items[index - 1].end)..<max(Int(items[index - 1].end), Int(items[index].start))
        return gap.count <= 5 && text[gap].contains { $0 == ASCII.hyphen || $0 == 0xE2 }
    }

    /// The value of an item of one or two digits.
    func smallNumber(_ item: Item, _ text: [UInt8]) -> Int? {
        let digits = text[item.span.start..<item.span.end]
        guard (1...2).contains(digits.count), digits.allSatisfy(ASCII.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
