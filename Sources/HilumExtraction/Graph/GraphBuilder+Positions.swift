import HilumOntology

/// Where devices end, and whether that is where they should.
extension GraphBuilder {
    /// Sets tip, side port and placement of an observation of a device.
    func setPositions(of observation: inout Observation, _ head: Int, _ reading: SentenceReading) {
        guard reading.isDevice(head, grammar) else { return }
        if reading.notes[head].shared.placement != SentenceReading.none {
            let item = reading.items[Int(reading.notes[head].shared.placement)]
            if case .placement(let placement) = grammar.entry(item)?.attribute {
                setPlacement(of: &observation, Stated(placement, span: item.span))
            }
        }
        addPositions(to: &observation, of: Int32(head), reading)
    }

    /// Adds where a device of the sentence before ends: "Right PICC. The tip lies in the right atrium."
    /// - Parameter antecedents: the observations of that sentence.
    /// - Returns: whether the sentence places a device that it does not name.
    func addPositions(of reading: SentenceReading, antecedents: Range<Int>, to graph: inout ReportGraph) -> Bool {
        guard reading.isAboutDevice, !antecedents.isEmpty, reading.tips.contains(where: { $0.device == SentenceReading.none })
        else { return false }
        let devices = antecedents.filter {
            let observation = graph.observations[$0]
            return observation.status != .absent && grammar.ontology.kind(of: observation.concept) == .device
        }
        // Rather the one whose tip was said to be hidden, or one that the tables know the tip of.
        let hidden = devices.last { graph.observations[$0].tip?.isVisible == false }
        let known = devices.last { grammar.ontology.hasTip(graph.observations[$0].concept) }
        guard let device = hidden ?? known ?? devices.last else { return true }
        addPositions(to: &graph.observations[device], of: SentenceReading.none, reading)
        // A device lies where its tip lies.
        for site in graph.observations[device].tip?.sites ?? [] where !graph.observations[device].sites.contains(site) {
            graph.observations[device].sites.append(site)
        }
        return true
    }

    /// Adds what a sentence says of a device: one of its items, or `SentenceReading.none` for the device of an earlier sentence.
    private func addPositions(to observation: inout Observation, of device: Int32, _ reading: SentenceReading) {
        for mention in reading.tips where mention.device == device {
            let position = self.position(of: mention, observation, reading)
            switch mention.part {
            case .tip: observation.tip = observation.tip.map { $0.joined(with: position) } ?? position
            case .sidePort: observation.sidePort = observation.sidePort ?? position
            }
        }
        setPlacement(of: &observation, device, reading)
    }

    private func position(of mention: TipMention, _ observation: Observation, _ reading: SentenceReading) -> DevicePosition {
        var sites: [Site] = mention.sites.compactMap { index in
            guard let concept = grammar.entry(reading.items[index])?.concept else { return nil }
            return Site(concept: concept, laterality: reading.notes[index].sides.laterality, span: reading.items[index].span)
        }
        // "in the intrathoracic trachea": the chest is no second place.
        sites = sites.filter { site in
            !sites.contains { $0.concept != site.concept && grammar.ontology.isPart($0.concept, of: site.concept) }
        }
        return DevicePosition(
            sites: sites, relation: mention.relation, distance: mention.distance.flatMap { measurement(at: $0, reading) },
            isVisible: mention.isVisible, span: reading.items[mention.word].span)
    }

    // MARK: Placement

    /// Sets a placement in the report's own words; the first one stays.
    func setPlacement(of observation: inout Observation, _ placement: Stated<Placement>) {
        guard !observation.isPlacementStated else { return }
        observation.placement = placement
        observation.isPlacementStated = true
    }

    /// What the report says of the placement wins; else advice to move the device; else what the tables say of where it ends.
    private func setPlacement(of observation: inout Observation, _ device: Int32, _ reading: SentenceReading) {
        let worst = [(DevicePart.tip, observation.tip), (.sidePort, observation.sidePort)]
            .compactMap { part, position in position.flatMap { rule(of: $0, part, observation) } }
            .max { ($0.rule.placement == .malpositioned ? 1 : 0) < ($1.rule.placement == .malpositioned ? 1 : 0) }
        if !observation.isPlacementStated {
            if let adjustment = reading.advisedAdjustment, adjustment.device == Int(device) {
                observation.placement = Stated(.malpositioned, span: reading.items[adjustment.word].span)
            } else if let worst, let placement = worst.rule.placement {
                observation.placement = Stated(placement, span: worst.span)
            } else if let loop = reading.loop, loop.device == Int(device) {
                observation.placement = Stated(.malpositioned, span: reading.items[loop.word].span)
            }
        }
        guard observation.placement?.value == .malpositioned else { return observation.placementSignificance = nil }
        observation.placementSignificance = max(.actionable, worst?.rule.significance ?? .actionable)
    }

    /// The rule that says most against a position, with the words of its site.
    private func rule(
        of position: DevicePosition, _ part: DevicePart, _ observation: Observation
    ) -> (rule: PlacementRule, span: TextSpan)? {
        var found: (rule: PlacementRule, span: TextSpan)?
        for site in position.sites {
            guard
                let rule = grammar.ontology.placement(
                    of: observation.concept, part, position.relation, site.concept,
                    millimetres: position.distance?.millimetres, isNamed: position.span != observation.span),
                rule.placement != nil
            else { continue }
            if found == nil || rule.placement == .malpositioned { found = (rule, position.span.union(site.span)) }
        }
        return found
    }

    /// Whether the side of a site at which a device ends is the device's side.
    func givesSide(_ site: Int, to device: ConceptID, _ reading: SentenceReading) -> Bool {
        guard let concept = grammar.entry(reading.items[site])?.concept else { return false }
        return grammar.ontology.placement(of: device, .tip, .at, concept, millimetres: nil, isNamed: true)?.givesSide ?? false
    }
}

extension DevicePosition {
    /// Both positions as one: the tips of two leads; what is not visible may be said to lie somewhere along its way.
    func joined(with other: DevicePosition) -> DevicePosition {
        var joined = self
        joined.sites += other.sites.filter { site in
            !sites.contains { $0.concept == site.concept && $0.laterality == site.laterality }
        }
        if sites.isEmpty { (joined.relation, joined.distance) = (other.relation, other.distance) }
        joined.isVisible = isVisible && other.isVisible
        return joined
    }
}
