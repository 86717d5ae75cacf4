import HilumOntology

/// Where findings lie, and on which side.
extension GraphBuilder {
    /// Sets the sites, and the side: that of the sites, or said of the finding itself.
    func setSites(of observation: inout Observation, _ head: Int, _ sites: Slice<Scratch<Int>>, _ reading: SentenceReading) {
        var own = reading.notes[head].sides
        for index in sites {
            guard let concept = reading.place(index, grammar) else { continue }
            var sides = reading.notes[index].sides
            if sides.isEmpty, grammar.ontology.hasSides(concept) { sides = reading.notes[head].sides }
            if !reading.endsDevice(at: index) || givesSide(index, to: observation.concept, reading) { own.formUnion(sides) }
            let site = Site(concept: concept, laterality: sides.laterality, span: reading.items[index].span)
            if !observation.sites.contains(where: { $0.concept == site.concept && $0.laterality == site.laterality }) {
                observation.sites.append(site)
            }
        }
        let isPair = grammar.ontology.sidedness(of: observation.concept) == .pair
        if let laterality = own.laterality {
            observation.laterality = Stated(laterality, span: sideSpan(head, sites, reading))
        } else if isPair, reading.items[head].isPlural, observation.status != .absent {
            // "small effusions"
            observation.laterality = Stated(.bilateral, span: reading.items[head].span)
        }
    }

    /// The words that state the side: a word of side, or the first sided site or the finding where that itself says it ("bibasilar").
    private func sideSpan(_ head: Int, _ sites: Slice<Scratch<Int>>, _ reading: SentenceReading) -> TextSpan {
        func first(_ isSided: (Int) -> Bool) -> Int? { isSided(head) ? head : sites.first(where: isSided) }
        if let named = first({ reading.notes[$0].sideWord != SentenceReading.none }) {
            return reading.items[Int(reading.notes[named].sideWord)].span
        }
        return reading.items[first { !reading.notes[$0].sides.isEmpty } ?? head].span
    }
}
