import HilumOntology

/// The working state of one sentence's reading: its items, and what each turned out to belong to. Reused from sentence to sentence.
///
/// Each step of `read` stands in a file of its own, those that are alike in one folder.
struct SentenceReading {
    var items: [Item] = []
    var traits: PhraseTraits = []
    /// By item: the sides said of a site or a head.
    var sides: [Sides] = []
    /// By item, for sites and heads: the word of side that was first said of it, or `none`.
    var sideWord: [Int32] = []
    /// By item, for sites: the head that it belongs to, or `none`.
    var owner: [Int32] = []
    /// By item, for heads: their sites, as items in `links`.
    var sites: [Range<Int32>] = []
    /// By item, for heads: the items that modify them, chained through `nextModifier`; `none` ends the chain.
    var firstModifier: [Int32] = []
    /// By item, for modifiers.
    var nextModifier: [Int32] = []
    /// By item, for heads.
    var assertions: [Assertion] = []
    /// By item, for heads: the item of the first subject, if the state follows it ("the heart is enlarged"), else `none`.
    var subjectBefore: [Int32] = []
    /// By item, for changes: the value under a negation holds.
    var isNegated: [Bool] = []
    /// By item, for findings: what is said of a finding that this one is coordinated with.
    var shared: [SharedModifiers] = []
    /// By item, for findings: the finding that suggests this one ("opacity, likely pneumonia"), or `none`.
    var suggestedBy: [Int32] = []
    var links: [Int32] = []
    /// By item, for heads: the observation made of it, as an index into the graph's, or `none`.
    var observation: [Int32] = []
    /// Of the head that observations are being made of.
    var statements = Statements()
    /// The first finding that is asserted and not absent: what the next sentence may speak of. `none` if there is none.
    var topic = SentenceReading.none
    /// The items that stand for the topic of the sentence before: its sites and, last, the finding.
    var borrowed = 0..<0
    var borrowedSides: [Sides] = []
    /// The observation made of the borrowed finding.
    var borrowedObservation = SentenceReading.none
    /// By item, for sites: a device ends there.
    var isTipSite: [Bool] = []
    var tips: [TipMention] = []
    /// The findings that are counted, each with the item of its number.
    var counts: [(head: Int, word: Int, count: FindingCount)] = []
    /// Whether the sentence names a device or a part of one.
    var isAboutDevice = false
    /// The device that should be moved, or `none` where an earlier sentence names it, and the word that says so.
    var advisedAdjustment: (device: Int, word: Int)?
    /// The device that is coiled, likewise.
    var loop: (device: Int, word: Int)?

    static let none: Int32 = -1
    /// No relation reaches further than this many items, so that the work stays linear in the length of a text.
    static let reach = 48

    /// Reads one sentence after another.
    ///
    /// The steps, each a file, and why in this order:
    /// 1. `Matching` makes items of the tokens.
    /// 2. `Completion` puts in what the sentence leaves out: the only steps that insert items, so that an index means the same from then on.
    ///    What is borrowed from the sentence before was completed there, so it comes last.
    /// 3. Subjects: a state without one is a modifier or a plain word to all that follow.
    /// 4. Sides before sites, because parts and wholes are one site only where their sides agree.
    /// 5. Device tips before links: where a device ends is no site that other findings share.
    /// 6. Links before modifiers, because what is said after an explanation is said of what it explains. Explanations lend their places once
    ///    all places are known.
    /// 7. Assertion knows subjects; a cue that is the tip's it gives to the device, so adjustments mend that after it.
    /// 8. Modifiers and counts belong to heads and change nothing else.
    /// - Parameter text: the report's UTF-8.
    mutating func read(_ tokens: ArraySlice<Token>, after previous: SentenceReading, _ grammar: Grammar, _ text: [UInt8]) {
        items.removeAll(keepingCapacity: true)
        traits = grammar.matcher.match(tokens, into: &items)
        completeLevels(grammar, text)
        joinCompounds(tokens, grammar)
        completeCoordination(tokens, grammar)
        completeEllipses(grammar)
        nameMaskedDevice(grammar)
        resolveAnaphor(from: previous, grammar)
        if !borrowed.isEmpty { traits.formUnion(previous.traits) }
        begin()
        findSubjects(grammar)
        findSides(grammar)
        shareSidesOfLevels(grammar)
        findSites(grammar)
        findTips(grammar)
        linkFindings(grammar)
        takePlacesOfExplanations(grammar)
        assert(grammar)
        settleTips(grammar)
        findModifiers(grammar)
        findCounts(grammar, text)
    }

    /// Gets ready for the items now in `items`.
    private mutating func begin() {
        let count = items.count
        Self.refill(&sides, Sides(), count)
        Self.refill(&sideWord, Self.none, count)
        Self.refill(&owner, Self.none, count)
        Self.refill(&sites, 0..<0, count)
        Self.refill(&firstModifier, Self.none, count)
        Self.refill(&nextModifier, Self.none, count)
        Self.refill(&assertions, Assertion(), count)
        Self.refill(&subjectBefore, Self.none, count)
        Self.refill(&isNegated, false, count)
        Self.refill(&shared, SharedModifiers(), count)
        Self.refill(&suggestedBy, Self.none, count)
        Self.refill(&observation, Self.none, count)
        Self.refill(&isTipSite, false, count)
        topic = Self.none
        links.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
    }

    /// Sets the first elements, of at least as many: what stands behind them is of an earlier sentence.
    static func refill<Element>(_ array: inout [Element], _ value: Element, _ count: Int) {
        if array.count < count {
            array = [Element](repeating: value, count: count + reach)
        } else {
            array.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: value) }
        }
    }

    func kind(_ index: Int) -> ItemKind { items[index].kind }

    /// Puts a copy of an item where it is left out; its words stand there once.
    mutating func repeatItem(_ index: Int, at place: Int) {
        items.insert(items[index], at: place)
        items[place].clinicalWords = 0
    }

    /// Whether an item ends the scope of every cue before it: "but".
    func endsScope(_ index: Int, _ grammar: Grammar) -> Bool {
        kind(index) == .cue && grammar.entry(items[index])?.cue?.kind == .end
    }

    /// Says of one item what sides were said of another.
    mutating func addSides(of other: Int, to item: Int) {
        sides[item].formUnion(sides[other])
        if sideWord[item] == Self.none { sideWord[item] = sideWord[other] }
    }

    /// Reads an item as another phrase.
    mutating func read(_ index: Int, as entry: Int32, _ kind: ItemKind, _ grammar: Grammar) {
        items[index].entry = entry
        items[index].kind = kind
        traits.formUnion(grammar.matcher.traits(of: entry))
    }

    /// The first index that a search to the left of `index` may reach.
    func leftmost(from index: Int) -> Int { max(0, index - Self.reach) }

    /// The end of what a search to the right of `index` may reach.
    func rightmost(from index: Int) -> Int { min(items.count, index + Self.reach) }

    /// The next item at or after `index` that is no word inside a noun phrase; `items.count` where there is none.
    func skipNounPhrase(from index: Int) -> Int {
        var index = index
        let end = rightmost(from: index)
        while index < end, kind(index).isInsideNounPhrase { index += 1 }
        return index < end ? index : items.count
    }

    /// Whether a cue stands between alternatives, as an "or" does: "atelectasis versus scarring".
    func isAlternative(_ cue: Int, _ grammar: Grammar) -> Bool {
        kind(cue) == .cue && grammar.entry(items[cue])?.cue?.direction == .both
    }

    /// The site items of a head.
    func siteItems(of head: Int) -> ArraySlice<Int32> {
        links[Int(sites[head].lowerBound)..<Int(sites[head].upperBound)]
    }

    mutating func setSites(of head: Int, to found: [Int]) {
        let start = Int32(links.count)
        for site in found { links.append(Int32(site)) }
        sites[head] = start..<Int32(links.count)
    }

    /// The concept of a site item; for a finding, the one site that it can have: of "calcified tortuous aorta" the aorta.
    func place(_ item: Int, _ grammar: Grammar) -> ConceptID? {
        guard let concept = grammar.entry(items[item])?.concept else { return nil }
        if kind(item) == .site { return concept }
        let sites = grammar.ontology.sites(of: concept)
        return sites.count == 1 ? sites[0] : nil
    }

    /// Whether anatomy allows a finding at a site.
    func allows(_ head: Int, at site: Int, _ grammar: Grammar) -> Bool {
        guard let finding = grammar.entry(items[head])?.concept, let place = grammar.entry(items[site])?.concept else {
            return false
        }
        return grammar.ontology.allows(finding, at: place)
    }
}
