/// How severe a finding is said to be.
public enum Severity: String, CaseIterable, Sendable, Codable, Comparable {
    case minimal, mild, moderate, severe

    /// 0 (minimal) to 3 (severe): the scale on which severities and sizes are compared.
    public var level: Int {
        switch self {
        case .minimal: 0
        case .mild: 1
        case .moderate: 2
        case .severe: 3
        }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.level < right.level }
}

/// How large a finding is said to be.
public enum Size: String, CaseIterable, Sendable, Codable {
    case tiny, small, moderate, large

    /// The severity that a size stands for where the two are compared: a large effusion is a severe one.
    public var severity: Severity {
        switch self {
        case .tiny: .minimal
        case .small: .mild
        case .moderate: .moderate
        case .large: .severe
        }
    }
}

/// How a finding has changed since an earlier examination.
public enum Change: String, CaseIterable, Sendable, Codable {
    case new, increased, decreased, unchanged, resolved
}

/// Whether a device lies where it should.
public enum Placement: String, CaseIterable, Sendable, Codable {
    case satisfactory, malpositioned
}

/// Whether a report says that a finding is there.
public enum Status: String, CaseIterable, Sendable, Codable {
    case present, absent, uncertain
}

/// The part of a report in which something stands.
public enum Section: String, CaseIterable, Sendable, Codable {
    case findings, impression, indication, history, comparison, technique, recommendation, other
    /// A text without headings.
    case report
}

/// Why something mentioned is not asserted of this examination.
public enum UnassertedReason: String, CaseIterable, Sendable, Codable {
    /// Stands in a section that asserts nothing, such as the indication.
    case section
    case history, conditional, recommendation
    /// Seen on another examination.
    case elsewhere
}
