import Hilum

// What the roles of words mean, in words.

extension CueKind {
    var meaning: String {
        switch self {
        case .negation: "negation: absent"
        case .hedge: "hedge: uncertain"
        case .affirmation: "affirmation: present, and what an earlier finding suggests"
        case .history: "history: not asserted of this examination"
        case .conditional: "condition: not asserted of this examination"
        case .recommendation: "recommendation: not asserted of this examination"
        case .elsewhere: "another examination: not asserted of this one"
        case .end: "end of the scope of every cue before it"
        case .pseudo: "looks like a cue and is none"
        }
    }
}

extension CueDirection {
    var meaning: String {
        switch self {
        case .forward: "for what follows"
        case .backward: "for what goes before"
        case .both: "for what goes before and what follows"
        case .either: "for what follows, or what goes before where nothing follows"
        }
    }
}

extension AttributeValue {
    var meaning: String {
        switch self {
        case .laterality(let laterality): "side: \(laterality.rawValue)"
        case .severity(let severity): "severity: \(severity.rawValue)"
        case .size(let size): "size: \(size.rawValue)"
        case .change(let change): "change: \(change?.rawValue ?? "none by itself")"
        case .placement(let placement): "position of a device: \(placement.rawValue)"
        }
    }
}

extension ConnectiveRole {
    var meaning: String {
        switch self {
        case .coordinator: "joins findings, sites or sides"
        case .alternative: "joins findings, sites or sides of which one is meant"
        case .preposition: "leads to where a finding lies"
        case .verb: "stands between a finding and what is said of it"
        case .determiner: "begins a phrase"
        case .genitive: "leads to the whole of a part"
        case .pervading: "leads to all of a place, so that its plural means both sides"
        case .landmark: "leads to what a finding is seen beside, not what it lies in"
        case .contact: "leads to what a finding touches or hides, which is no site of it"
        case .exception: "leads to a place where the finding does not lie"
        case .copula: "says what something is: what follows explains the finding before it"
        case .accompaniment: "puts what follows on the side of the finding before it, if that has one"
        case .pronoun: "stands for a finding of its sentence"
        case .anaphor: "stands for the finding of the sentence before"
        case .demonstrative: "begins a phrase, and without a noun stands for the finding of the sentence before"
        case .companion: "puts what follows where the finding before it lies"
        case .distribution: "says of the site before it that a finding lies mostly there"
        case .partitive: "a part or an amount of what follows, which is what counts"
        }
    }
}

extension DiscourseRole {
    var meaning: String {
        switch self {
        case .others: "in a denial, leaves room for what is said elsewhere"
        case .acute: "in a denial, leaves room for what is not acute"
        case .landmark: "says by what a finding lies, not where"
        case .reference: "says that a finding is one that was named before"
        }
    }
}

extension HeadingScope {
    var meaning: String {
        switch self {
        case .yes: "which is asserted of this examination"
        case .no: "which is not asserted of this examination"
        case .sentence: "which is not asserted, as far as the next sentence"
        }
    }
}

extension TipWordRole {
    var meaning: String {
        switch self {
        case .tip: "names the tip of a device"
        case .sidePort: "names the side port of a tube, the opening before its tip"
        case .end: "a verb that says where a device ends"
        case .unseen: "the tip is not to be seen"
        case .above: "the device ends above the site that follows"
        case .below: "the device ends below the site that follows"
        case .from: "after a distance, the device ends above the site that follows; else the site is a way in"
        case .entry: "leads to a way in, where nothing ends"
        case .adjustment: "what is done to a device that is not well placed; says so of one under advice only"
        case .advice: "advises: with a word of adjustment, the device is malpositioned"
        case .loop: "malpositioned, unless the device ends where it should"
        }
    }
}

extension NumberWord {
    var meaning: String {
        switch kind {
        case .cardinal: "how many of a finding there are: \(value.map(String.init) ?? "more than one, uncounted")"
        case .ordinal: "the number of a site in its series\(value.map { ": \($0)" } ?? "")"
        case .range: "joins the ends of a range of numbered sites"
        }
    }
}

extension TimeRole {
    var meaning: String {
        switch self {
        case .prior: "the length by it is of an earlier examination"
        case .current: "the length by it is of this examination"
        case .from: "of a change, the length after it is the earlier one"
        case .since: "leads to what a change is measured against"
        }
    }
}
