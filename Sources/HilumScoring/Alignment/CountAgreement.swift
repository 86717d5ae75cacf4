import HilumExtraction

/// Whether two counts of a finding can both be right.
enum CountAgreement: Sendable, Hashable {
    case same, differs

    /// "Several" agrees with any number above one, and with a report that does not count.
    init(candidate: FindingCount?, reference: FindingCount?) {
        self =
            switch (candidate, reference) {
            case (.exactly(let one)?, .exactly(let other)?): one == other ? .same : .differs
            case (.exactly(let number)?, .many?), (.many?, .exactly(let number)?): number > 1 ? .same : .differs
            case (.many?, .many?), (nil, _), (_, nil): .same
            }
    }
}

extension FindingCount {
    /// Which count is kept where a report states two of one finding: the exact one of more than one, of two the larger.
    var rank: Int {
        switch self {
        case .exactly(1): 1
        case .many: 2
        case .exactly(let number): number + 2
        }
    }
}
