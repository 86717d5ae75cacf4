import HilumOntology

/// What the heads of a sentence state: a finding itself, a state what the frames say that it means of its sites. Those of one head at a
/// time, in arrays that are reused.
struct Statements {
    /// Each once.
    private(set) var meanings = Scratch<FrameTable.Meaning>()
    /// Of each meaning one after the other, as items in the order of the text.
    private var sites = Scratch<Int>()
    /// By meaning: where its sites end.
    private var ends = Scratch<Int>()
    /// Which site which meaning was found at, as they came.
    private var places = Scratch<(meaning: Int, site: Int)>()
    /// The sites of which the frames say nothing.
    private var qualifiers = Scratch<Int>()

    /// Where a meaning holds, as items; empty where the sentence names no place.
    /// - Parameter meaning: by number.
    func sites(of meaning: Int) -> Slice<Scratch<Int>> { sites[(meaning == 0 ? 0 : ends[meaning - 1])..<ends[meaning]] }

    fileprivate mutating func removeAll() {
        meanings.removeAll()
        sites.removeAll()
        ends.removeAll()
        places.removeAll()
        qualifiers.removeAll()
    }

    /// - Parameter site: nil for a meaning without a place.
    fileprivate mutating func add(_ meaning: FrameTable.Meaning, at site: Int?) {
        let index = meanings.firstIndex(of: meaning) ?? meanings.count
        if index == meanings.count { meanings.append(meaning) }
        if let site { places.append((index, site)) }
    }

    fileprivate mutating func addQualifier(_ site: Int) { qualifiers.append(site) }

    /// Brings together the sites of each meaning.
    fileprivate mutating func settle() {
        for meaning in meanings.indices {
            if qualifiers.isEmpty {
                for place in places where place.meaning == meaning { sites.append(place.site) }
            }
            // "perihilar peribronchial thickening": where it lies says more than what it is of.
            for site in qualifiers { sites.append(site) }
            ends.append(sites.count)
        }
    }
}

extension SentenceReading {
    /// Finds the statements of a head, in place of those of another.
    mutating func findStatements(of head: Int, _ grammar: Grammar) {
        statements.removeAll()
        let isState = kind(head) == .state
        guard let entry = grammar.entry(items[head]), let concept = isState ? entry.state : entry.concept else { return }
        let itself = FrameTable.Meaning(concept: concept, status: .present)
        if notes[head].sites.isEmpty {
            if !isState {
                statements.add(itself, at: nil)
            } else if let meanings = grammar.frames.meanings(alone: concept) {
                for meaning in meanings { statements.add(meaning, at: nil) }
            }
        }
        for link in notes[head].sites {
            let site = Int(links[Int(link)])
            guard let place = place(site, grammar) else { continue }
            if let meanings = grammar.frames.meanings(concept, of: place) {
                for meaning in meanings { statements.add(meaning, at: site) }
            } else if isState {
                statements.addQualifier(site)
            } else {
                statements.add(itself, at: site)
            }
        }
        statements.settle()
    }
}
