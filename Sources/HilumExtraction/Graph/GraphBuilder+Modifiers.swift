import HilumOntology

/// Severity, size, change and descriptors of findings.
extension GraphBuilder {
    /// Sets what the modifiers of a head say, and those that it shares with another.
    func setModifiers(of observation: inout Observation, _ head: Int, _ reading: SentenceReading) {
        reading.forEachModifier(of: head) { setModifier($0, of: &observation, reading) }
        if observation.degree == nil, reading.notes[head].shared.degreeOf != SentenceReading.none {
            setDegree(of: &observation, asOf: Int(reading.notes[head].shared.degreeOf), reading)
        }
        if observation.change == nil, reading.notes[head].shared.change != SentenceReading.none {
            setChange(of: &observation, at: Int(reading.notes[head].shared.change), reading)
        }
        setMeasuredChange(of: &observation)
    }

    private func setModifier(_ index: Int, of observation: inout Observation, _ reading: SentenceReading) {
        let item = reading.items[index]
        if item.kind == .number {
            if reading.isOfAdjustment(index, grammar) { return }
            if var measurement = measurement(at: index, reading) {
                measurement.isPrior = reading.isPrior(index, grammar)
                observation.measurements.append(measurement)
            }
            return
        }
        guard let entry = grammar.entry(item) else { return }
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

    /// "minimal scarring or atelectasis": of two readings of one finding the degree holds for both.
    private func setDegree(of observation: inout Observation, asOf other: Int, _ reading: SentenceReading) {
        guard observation.status != .absent else { return }
        reading.forEachModifier(of: other) { index in
            let item = reading.items[index]
            switch grammar.entry(item)?.attribute {
            case .severity(let severity) where item.kind == .severity:
                observation.severity = observation.severity ?? Stated(severity, span: item.span)
            case .size(let size) where item.kind == .size:
                observation.size = observation.size ?? Stated(size, span: item.span)
            default: break
            }
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
    func change(at index: Int, _ reading: SentenceReading) -> Stated<Change>? {
        guard let entry = grammar.entry(reading.items[index]), case .change(let stated) = entry.attribute else { return nil }
        return (reading.notes[index].isNegated ? entry.negated : stated).map { Stated($0, span: reading.items[index].span) }
    }
}
