import HilumOntology

/// Turns the readings of a report's sentences into its graph.
struct GraphBuilder {
    let grammar: Grammar
    /// The report's UTF-8.
    let text: [UInt8]
    let section: Section
    /// Whether the section says something of this examination.
    let isAsserted: Bool

    /// Adds what a sentence says, and notes in the reading which observation was made of which item.
    /// - Parameter antecedents: the observations that the next sentence may go on with; in, those of the sentence before.
    func add(_ reading: inout SentenceReading, antecedents: inout Range<Int>, to graph: inout ReportGraph) {
        let first = graph.observations.count
        let goesOn = isAsserted && addPositions(of: reading, antecedents: antecedents, to: &graph) || reading.borrowedHead != nil
        defer { if !goesOn || graph.observations.count > first { antecedents = first..<graph.observations.count } }
        for index in reading.items.indices where reading.kind(index).isHead {
            let reason = unassertedReason(of: index, reading)
            if index == reading.borrowedHead {
                if reason == nil { continueObservation(index, &reading, in: &graph) }
                continue
            }
            for observation in observations(of: index, reading) {
                if let reason {
                    graph.unasserted.append(
                        UnassertedMention(concept: observation.concept, reason: reason, span: observation.span))
                    continue
                }
                if reading.observation[index] == SentenceReading.none {
                    reading.observation[index] = Int32(graph.observations.count)
                    if reading.topic == SentenceReading.none, observation.status != .absent {
                        reading.topic = Int32(index)
                    }
                }
                graph.observations.append(observation)
            }
        }
        guard isAsserted else { return }
        addSuggestions(reading, to: &graph)
        addComparisons(reading, to: &graph)
    }

    /// "It measures 2 cm": what is said of a finding of the sentence before is added to its observation.
    private func continueObservation(_ head: Int, _ reading: inout SentenceReading, in graph: inout ReportGraph) {
        reading.observation[head] = reading.borrowedObservation
        reading.topic = Int32(head)
        guard reading.assertions[head].negation == SentenceReading.none else { return }
        setModifiers(of: &graph.observations[Int(reading.borrowedObservation)], head, reading)
        if reading.isAboutDevice { setPositions(of: &graph.observations[Int(reading.borrowedObservation)], head, reading) }
    }

    // MARK: Observations

    private func observations(of head: Int, _ reading: SentenceReading) -> [Observation] {
        guard let entry = grammar.entry(reading.items[head]),
            let concept = reading.kind(head) == .state ? entry.state : entry.concept
        else { return [] }
        let sites = reading.siteItems(of: head).map(Int.init)
        var parts: [(meaning: FrameTable.Meaning, sites: [Int])] = []
        func add(_ meaning: FrameTable.Meaning, _ site: Int?) {
            if let index = parts.firstIndex(where: { $0.meaning == meaning }) {
                if let site { parts[index].sites.append(site) }
            } else {
                parts.append((meaning, site.map { [$0] } ?? []))
            }
        }
        let isState = reading.kind(head) == .state
        let asItself = isState ? [] : [FrameTable.Meaning(concept: concept, status: .present)]
        var qualifiers: [Int] = []
        for site in sites {
            guard let siteConcept = reading.place(site, grammar) else { continue }
            let meanings = grammar.frames.meanings(concept, of: siteConcept) ?? asItself
            if meanings.isEmpty { qualifiers.append(site) }
            for meaning in meanings { add(meaning, site) }
        }
        // "perihilar peribronchial thickening": where it lies says more than what it is of.
        if !qualifiers.isEmpty { for index in parts.indices { parts[index].sites = qualifiers } }
        if sites.isEmpty {
            let meanings = isState ? grammar.frames.meanings(alone: concept) ?? [] : asItself
            for meaning in meanings { add(meaning, nil) }
        }
        return parts.map { observation(of: head, $0.meaning, sites: $0.sites, reading) }
    }

    private func observation(
        of head: Int, _ meaning: FrameTable.Meaning, sites: [Int], _ reading: SentenceReading
    ) -> Observation {
        let assertion = reading.assertions[head]
        var observation = Observation(
            concept: meaning.concept, status: .present, section: section, span: reading.items[head].span)
        observation.isOfState = reading.kind(head) == .state
        setStatus(of: &observation, meaning, assertion, subject: reading.subjectBefore[head], reading)
        setSites(of: &observation, head, sites, reading)
        if meaning.status != .absent { setModifiers(of: &observation, head, reading) }
        if observation.change != nil { observation.comparedWith = reading.comparedWith(grammar) }
        if observation.status != .absent, let counted = reading.counts.first(where: { $0.head == head }) {
            observation.count = Stated(counted.count, span: reading.items[counted.word].span)
        }
        if reading.isAboutDevice, observation.status != .absent { setPositions(of: &observation, head, reading) }
        return observation
    }

    private func setStatus(
        of observation: inout Observation, _ meaning: FrameTable.Meaning, _ assertion: Assertion, subject: Int32,
        _ reading: SentenceReading
    ) {
        var isNegated = assertion.negation != SentenceReading.none
        // "no effusion heart normal": what is normal was never meant.
        if meaning.status == .absent, assertion.negation < subject { isNegated = false }
        let isHedged = assertion.hedge != SentenceReading.none
        switch meaning.status {
        case .present where isNegated, .uncertain where isNegated: observation.status = .absent
        case .present: observation.status = isHedged ? .uncertain : .present
        case .uncertain: observation.status = .uncertain
        // "The lungs are not clear" says that something is there, not what.
        case .absent: observation.status = isNegated ? .uncertain : .absent
        }
        let cue = isNegated ? assertion.negation : isHedged ? assertion.hedge : assertion.affirmation
        guard cue != SentenceReading.none else { return }
        observation.cue = reading.items[Int(cue)].span
        if observation.status == .uncertain {
            observation.likelihood = grammar.entry(reading.items[Int(cue)])?.cue?.likelihood
        }
    }

    private func setSites(of observation: inout Observation, _ head: Int, _ sites: [Int], _ reading: SentenceReading) {
        var own = reading.sides[head]
        for index in sites {
            guard let concept = reading.place(index, grammar) else { continue }
            var sides = reading.sides[index]
            if sides.isEmpty, grammar.ontology[concept].hasSides { sides = reading.sides[head] }
            if !reading.endsDevice(at: index) || givesSide(index, to: observation.concept, reading) { own.formUnion(sides) }
            let site = Site(concept: concept, laterality: sides.laterality, span: reading.items[index].span)
            if !observation.sites.contains(where: { $0.concept == site.concept && $0.laterality == site.laterality }) {
                observation.sites.append(site)
            }
        }
        let isPair = grammar.ontology[observation.concept].sidedness == .pair
        if let laterality = own.laterality {
            observation.laterality = Stated(laterality, span: sideSpan(head, sites, reading))
        } else if isPair, reading.items[head].isPlural, observation.status != .absent {
            // "small effusions"
            observation.laterality = Stated(.bilateral, span: reading.items[head].span)
        }
    }

    /// The words that state the side: a word of side, or the first sided site or the finding where that itself says it ("bibasilar").
    private func sideSpan(_ head: Int, _ sites: [Int], _ reading: SentenceReading) -> TextSpan {
        let word = ([head] + sites).lazy.map { reading.sideWord[$0] }.first { $0 != SentenceReading.none }
        let sided = ([head] + sites).first { !reading.sides[$0].isEmpty } ?? head
        return reading.items[word.map(Int.init) ?? sided].span
    }

    private func setModifiers(of observation: inout Observation, _ head: Int, _ reading: SentenceReading) {
        var modifiers: [Int] = []
        var next = reading.firstModifier[head]
        while next != SentenceReading.none {
            modifiers.append(Int(next))
            next = reading.nextModifier[Int(next)]
        }
        // The chain runs from the last to the first.
        modifiers.reverse()
        setModifiers(modifiers, of: &observation, reading)
        if observation.degree == nil, reading.shared[head].degreeOf != SentenceReading.none {
            setDegree(of: &observation, asOf: Int(reading.shared[head].degreeOf), reading)
        }
        if observation.change == nil, reading.shared[head].change != SentenceReading.none {
            setChange(of: &observation, at: Int(reading.shared[head].change), reading)
        }
        setMeasuredChange(of: &observation)
    }

    /// - Parameter modifiers: items, in the order of the text.
    private func setModifiers(_ modifiers: [Int], of observation: inout Observation, _ reading: SentenceReading) {
        for index in modifiers {
            let item = reading.items[index]
            if item.kind == .number {
                if reading.isOfAdjustment(index, grammar) { continue }
                if var measurement = measurement(at: index, reading) {
                    measurement.isPrior = reading.isPrior(index, grammar)
                    observation.measurements.append(measurement)
                }
                continue
            }
            guard let entry = grammar.entry(item) else { continue }
            if item.kind == .descriptor, let concept = entry.concept {
                observation.descriptors.append(Stated(concept, span: item.span))
            }
            switch entry.attribute {
            // "should be advanced"
            case .severity where reading.isAboutDevice && entry.tipRole == .adjustment: break
            case .severity(let severity):
                observation.severity = observation.severity ?? Stated(severity, span: item.span)
            case .size(let size): observation.size = observation.size ?? Stated(size, span: item.span)
            case .change: setChange(of: &observation, at: index, reading)
            case .placement(let placement):
                setPlacement(of: &observation, Stated(placement, span: item.span))
            case .laterality, nil: break
            }
        }
    }

    /// The growth, as a factor, from which two lengths say that a finding has changed: RECIST 1.1 (Eisenhauer et al. 2009,
    /// doi:10.1016/j.ejca.2008.10.026) has a fifth for progression. The same holds for shrinking, seen from the smaller length.
    private static let growth = 1.2

    /// Two lengths, one of this examination and one of an earlier, may say that a finding has changed.
    private func setMeasuredChange(of observation: inout Observation) {
        guard observation.measurements.count > 1, observation.change == nil, observation.status != .absent,
            let prior = observation.measurements.filter(\.isPrior).max(by: { $0.millimetres < $1.millimetres }),
            let now = observation.measurements.filter({ !$0.isPrior }).max(by: { $0.millimetres < $1.millimetres })
        else { return }
        let span = prior.span.union(now.span)
        if now.millimetres > Self.growth * prior.millimetres {
            observation.change = Stated(.increased, span: span)
        } else if prior.millimetres > Self.growth * now.millimetres {
            observation.change = Stated(.decreased, span: span)
        }
    }

    /// "minimal scarring or atelectasis": of two readings of one finding the degree holds for both.
    private func setDegree(of observation: inout Observation, asOf other: Int, _ reading: SentenceReading) {
        guard observation.status != .absent else { return }
        var next = reading.firstModifier[other]
        while next != SentenceReading.none {
            let item = reading.items[Int(next)]
            switch grammar.entry(item)?.attribute {
            case .severity(let severity) where item.kind == .severity: observation.severity = Stated(severity, span: item.span)
            case .size(let size) where item.kind == .size: observation.size = Stated(size, span: item.span)
            default: break
            }
            next = reading.nextModifier[Int(next)]
        }
    }

    /// What has resolved is absent; of what is absent nothing else can have changed.
    private func setChange(of observation: inout Observation, at index: Int, _ reading: SentenceReading) {
        guard let change = change(at: index, reading) else { return }
        if change.value == .resolved {
            observation.status = .absent
            observation.change = change
        } else if observation.status != .absent, observation.change.map({ $0.value == .unchanged }) ?? true {
            // "the previously seen effusion has decreased": the change outweighs the mention of an earlier state.
            observation.change = change
        }
    }

    /// The change that an item states, under its negation if it has one; nil for any other item.
    private func change(at index: Int, _ reading: SentenceReading) -> Stated<Change>? {
        guard let entry = grammar.entry(reading.items[index]), case .change(let stated) = entry.attribute else { return nil }
        return (reading.isNegated[index] ? entry.negated : stated).map { Stated($0, span: reading.items[index].span) }
    }

    /// The length that begins at a number; nil for any other number. In "2.5 x 3 cm" both numbers have the last one's unit.
    func measurement(at index: Int, _ reading: SentenceReading) -> Measurement? {
        var last = index + 1
        while last < min(reading.items.count, index + 6), isInsideLength(last, reading) { last += 1 }
        guard last < reading.items.count, let unit = grammar.entry(reading.items[last])?.unit,
            let value = number(at: reading.items[index].span)
        else { return nil }
        let length = grammar.lexicon.units[Int(unit)]
        return Measurement(
            value: value, unit: length.symbol, millimetres: value * length.millimetres,
            span: reading.items[index].span.union(reading.items[last].span))
    }

    /// "2.5 x 3 cm", "2 by 3 cm", "2 to 3 cm"
    private func isInsideLength(_ index: Int, _ reading: SentenceReading) -> Bool {
        switch reading.kind(index) {
        case .number, .other: true
        case .preposition: index + 1 < reading.items.count && reading.kind(index + 1) == .number
        default: false
        }
    }

    /// Nil for what is no number of a length: one that has no end.
    private func number(at span: TextSpan) -> Double? {
        Double(String(decoding: text[span.start..<span.end], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    // MARK: What is not observed

    private func unassertedReason(of head: Int, _ reading: SentenceReading) -> UnassertedReason? {
        guard isAsserted else { return .section }
        let cue = reading.assertions[head].unasserted
        guard cue != SentenceReading.none else { return nil }
        switch grammar.entry(reading.items[Int(cue)])?.cue?.kind {
        case .history: return .history
        case .conditional: return .conditional
        case .recommendation: return .recommendation
        case .elsewhere: return .elsewhere
        default: return nil
        }
    }

    // MARK: Relations between observations

    private func addSuggestions(_ reading: SentenceReading, to graph: inout ReportGraph) {
        for item in reading.items.indices where reading.suggestedBy[item] != SentenceReading.none {
            let finding = Int(reading.observation[Int(reading.suggestedBy[item])])
            let disease = Int(reading.observation[item])
            guard finding >= 0, disease >= 0, finding != disease, graph.observations[finding].status != .absent,
                graph.observations[disease].status != .absent
            else { continue }
            graph.suggestions.append(Suggestion(finding: finding, disease: disease))
        }
    }

    /// A change that is said of no finding and no organ is said of the examination as a whole.
    private func addComparisons(_ reading: SentenceReading, to graph: inout ReportGraph) {
        guard !reading.items.contains(where: { $0.kind.isHead || $0.kind == .site }) else { return }
        for index in reading.items.indices where reading.kind(index) == .change {
            if let change = change(at: index, reading) { graph.comparisons.append(change) }
        }
    }
}
