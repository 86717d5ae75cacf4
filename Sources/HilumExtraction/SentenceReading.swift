import HilumOntology

/// The working state of one sentence's reading: its items, and what each turned out to belong to. Reused from sentence to sentence.
///
/// Each step of `read` stands in a file of its own, those that are alike in one folder.
struct SentenceReading {
    var items: [Item] = []
    var traits: PhraseTraits = []
    /// By item; those behind the last item are of an earlier sentence.
    var notes: [ItemNotes] = []
    /// Items, in stretches: the sites of each head.
    var links = Scratch<Int32>()
    /// Of the head that observations are being made of.
    var statements = Statements()
    /// The first finding that is asserted and not absent: what the next sentence may speak of. `none` if there is none.
    var topic = SentenceReading.none
    /// The items that stand for the topic of the sentence before: its sites and, last, the finding.
    var borrowed = 0..<0
    var borrowedSides: [Sides] = []
    /// The observation made of the borrowed finding.
    var borrowedObservation = SentenceReading.none
    /// Whether any finding suggests another.
    var hasSuggestions = false
    var tips: [TipMention] = []
    /// The findings that are counted, each with the item of its number.
    var counts = Scratch<(head: Int, word: Int, count: FindingCount)>()
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
    /// - Parameters:
    ///   - topic: of the sentence before.
    ///   - text: the report's UTF-8.
    mutating func read(_ tokens: Tokens, after topic: Topic, _ grammar: Grammar, _ text: [UInt8]) {
        items.removeAll(keepingCapacity: true)
        traits = grammar.matcher.match(tokens, into: &items)
        completeLevels(grammar, text)
        joinCompounds(tokens, grammar)
        completeCoordination(tokens, grammar)
        completeEllipses(grammar)
        nameMaskedDevice(grammar)
        resolveAnaphor(from: topic, grammar)
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
        if notes.count < items.count {
            notes = [ItemNotes](repeating: ItemNotes(), count: items.count + Self.reach)
        } else {
            notes.withUnsafeMutableBufferPointer { $0[..<items.count].update(repeating: ItemNotes()) }
        }
        topic = Self.none
        hasSuggestions = false
        links.removeAll()
        counts.removeAll()
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
        notes[item].sides.formUnion(notes[other].sides)
        if notes[item].sideWord == Self.none { notes[item].sideWord = notes[other].sideWord }
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
    func siteItems(of head: Int) -> Slice<Scratch<Int32>> {
        links[Int(notes[head].sites.lowerBound)..<Int(notes[head].sites.upperBound)]
    }

    mutating func setSites(of head: Int, to found: [Int]) {
        let start = Int32(links.count)
        for site in found { links.append(Int32(site)) }
        notes[head].sites = start..<Int32(links.count)
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
