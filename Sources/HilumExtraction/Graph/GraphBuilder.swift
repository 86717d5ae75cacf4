import HilumOntology

/// Turns the readings of a report's sentences into its graph.
struct GraphBuilder {
    let grammar: Grammar
    /// The report's UTF-8.
    let text: [UInt8]
    /// Of the next sentence.
    var section: Section
    /// Whether the section says something of this examination.
    var isAsserted = true

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
            reading.findStatements(of: index, grammar)
            for part in reading.statements.meanings.indices {
                if let reason {
                    let concept = reading.statements.meanings[part].concept
                    graph.unasserted.append(
                        UnassertedMention(concept: concept, reason: reason, span: reading.items[index].span))
                    continue
                }
                let new = graph.observations.count
                graph.observations.append(observation(of: index, part, reading))
                if part == 0 { reading.notes[index].observation = Int32(new) }
                if part == 0, reading.topic == SentenceReading.none, graph.observations[new].status != .absent {
                    reading.topic = Int32(index)
                }
            }
        }
        guard isAsserted else { return }
        if reading.hasSuggestions { addSuggestions(reading, to: &graph) }
        addComparisons(reading, to: &graph)
    }

    /// "It measures 2 cm": what is said of a finding of the sentence before is added to its observation.
    private func continueObservation(_ head: Int, _ reading: inout SentenceReading, in graph: inout ReportGraph) {
        reading.notes[head].observation = reading.borrowedObservation
        reading.topic = Int32(head)
        guard reading.notes[head].assertion.negation == SentenceReading.none else { return }
        setModifiers(of: &graph.observations[Int(reading.borrowedObservation)], head, reading)
        if reading.isAboutDevice { setPositions(of: &graph.observations[Int(reading.borrowedObservation)], head, reading) }
    }

    // MARK: Observations

    /// - Parameter part: by number among the statements of the head.
    private func observation(of head: Int, _ part: Int, _ reading: SentenceReading) -> Observation {
        let meaning = reading.statements.meanings[part]
        let assertion = reading.notes[head].assertion
        var observation = Observation(
            concept: meaning.concept, status: .present, section: section, span: reading.items[head].span)
        observation.isOfState = reading.kind(head) == .state
        setStatus(of: &observation, meaning, assertion, subject: reading.notes[head].subjectBefore, reading)
        setSites(of: &observation, head, reading.statements.sites(of: part), reading)
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
        observation.isNegated = isNegated
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

    // MARK: What is not observed

    private func unassertedReason(of head: Int, _ reading: SentenceReading) -> UnassertedReason? {
        guard isAsserted else { return .section }
        let cue = reading.notes[head].assertion.unasserted
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
        for item in reading.items.indices where reading.notes[item].suggestedBy != SentenceReading.none {
            let finding = Int(reading.notes[Int(reading.notes[item].suggestedBy)].observation)
            let disease = Int(reading.notes[item].observation)
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
