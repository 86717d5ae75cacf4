import HilumScoring

/// What an answer says under a heading of errors.
enum SectionCounts {
    /// - named: how many categories have a count.
    /// - isOpen: whether nothing tells that the list ended where the answer does: no bracket that closes it, no words behind it.
    case counts(ErrorCounts, named: Int, isOpen: Bool)
    /// "No errors", "none", `()`.
    case noErrors
    /// A number without categories.
    case total(Int)
    /// The form repeated, without counts.
    case form
    /// Words without counts.
    case words
    /// Nothing at all.
    case blank
}

/// Reads the counts of the categories under a heading. A category that is not named has none.
///
/// The list ends at a blank line behind which no category follows; what stands between its lines, and behind it, is an
/// explanation.
struct CountList {
    /// What a second count of the same category means.
    enum Repetition {
        /// The last counts.
        case replaces
        /// The counts are unreadable, unless both are the same.
        case contradicts
    }

    private let section: AnswerSection
    private let reader: CategoryCountReader
    private let repetition: Repetition
    private var byName: [ErrorCategory: Int] = [:]
    /// By place, where categories are numbered.
    private var byNumber: [ErrorCategory: Int] = [:]
    private var uncounted: Set<ErrorCategory> = []
    private var hasPlaceholders = false
    /// Brackets that are open, the most that were, and the categories in them.
    private var depth = 0
    private var deepest = 0
    private var enclosed = 0
    /// Brackets that were open behind the last category.
    private var depthOfLast = 0

    static func read(_ section: AnswerSection, repetition: Repetition) throws(UnreadableAnswer) -> SectionCounts {
        var list = CountList(section: section, repetition: repetition)
        let isWhole = try list.readCategories()
        return try list.result(isWhole: isWhole)
    }

    private init(section: AnswerSection, repetition: Repetition) {
        self.section = section
        self.repetition = repetition
        reader = CategoryCountReader(tokens: section.tokens, isLast: section.isLast)
    }

    // MARK: The categories

    /// - Returns: whether the list ended before the tokens did.
    private mutating func readCategories() throws(UnreadableAnswer) -> Bool {
        let tokens = section.tokens
        // A category may begin here: behind the heading, a line end, a bracket, or another category and punctuation.
        var isPlace = true
        var isBracketed = false
        var isBehindBlank = false
        var index = tokens.startIndex
        while index < tokens.endIndex {
            if isPlace, let category = try reader.read(at: index, isBracketed: isBracketed) {
                try record(category)
                for token in tokens[index..<category.end] { follow(token) }
                if depth > 0 { enclosed += 1 }
                depthOfLast = depth
                index = max(category.end, index + 1)
                (isBracketed, isBehindBlank) = (false, false)
                continue
            }
            let token = tokens[index]
            follow(token)
            if token == .close, depth == 0, isEnclosedList { return true }
            index += 1
            switch token {
            case .lineEnd: (isPlace, isBracketed) = (true, false)
            case .blankLine: (isPlace, isBracketed, isBehindBlank) = (true, false, hasCounts)
            case .open: (isPlace, isBracketed) = (true, true)
            case .quote: break
            case .close, .comma, .period, .dash, .bar, .colon, .word(.and): isBracketed = false
            case .count where isPlace && (self.token(index) == .period || self.token(index) == .close): break  // 1. or 1)
            default:
                if isBehindBlank || token == .word(.aside) && isPlace && hasCounts { return true }
                (isPlace, isBracketed) = (false, false)
            }
        }
        return false
    }

    private var hasCounts: Bool { !byName.isEmpty || !byNumber.isEmpty }

    private func token(_ index: Int) -> AnswerToken? { index < section.tokens.endIndex ? section.tokens[index] : nil }

    private mutating func follow(_ token: AnswerToken) {
        if CategoryCountReader.isOpen(token) {
            if depth == 0 { (deepest, enclosed) = (0, 0) }
            depth += 1
            deepest = max(deepest, depth)
        } else if token == .close {
            depth = max(0, depth - 1)
        }
    }

    /// Whether the brackets that close enclosed the whole list: `((A, 1))`, `{"A": 1, "B": 0}`.
    private var isEnclosedList: Bool { enclosed > 1 || enclosed == 1 && deepest > 1 }

    private mutating func record(_ found: CategoryCount) throws(UnreadableAnswer) {
        switch (found.label, found.count) {
        case (_, .placeholder): hasPlaceholders = true
        case (.category(let category), .missing): uncounted.insert(category)
        case (.number, .missing): break
        case (.category(let category), .of(let count)): try set(count, of: category, in: &byName)
        case (.number(let place), .of(let count)): try set(count, of: ErrorCategory.allCases[place], in: &byNumber)
        }
    }

    private func set(
        _ count: Int, of category: ErrorCategory, in counts: inout [ErrorCategory: Int]
    ) throws(UnreadableAnswer) {
        let old = counts.updateValue(count, forKey: category)
        if repetition == .contradicts, let old, old != count { throw .twoCounts }
    }

    // MARK: What they come to

    private func result(isWhole: Bool) throws(UnreadableAnswer) -> SectionCounts {
        let counts = byName.isEmpty ? byNumber : byName
        let start = opening
        if counts.isEmpty {
            if !uncounted.isEmpty { throw .uncountedCategory }
            if hasPlaceholders { return .form }
            return start
        }
        if hasPlaceholders || !uncounted.isSubset(of: counts.keys) { throw .uncountedCategory }
        let isAtEnd = !isWhole && section.isLast
        // A bracket may be forgotten, but not where categories or digits are missing: they may have been cut off.
        if isAtEnd, depth > 0, depth == depthOfLast || counts.count < ErrorCategory.allCases.count { throw .cutOff }
        var sum = ErrorCounts()
        for (category, count) in counts { sum[category] = count }
        if case .noErrors = start, sum.total > 0 { throw .noneButSome }
        return .counts(sum, named: counts.count, isOpen: isAtEnd)
    }

    /// What stands directly behind the heading, in place of categories.
    private var opening: SectionCounts {
        let tokens = section.tokens
        var isOpen = false
        for token in tokens {
            switch token {
            case .open: isOpen = true
            case .close: if isOpen { return .noErrors }
            case .word(.no): return .noErrors
            case .count(let value): return .total(Int(value))
            case .colon, .lineEnd, .blankLine, .dash, .quote, .period, .bar, .comma, .word(.be): break
            default: return .words
            }
        }
        return .blank
    }
}
