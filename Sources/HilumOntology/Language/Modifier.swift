/// One value of one attribute of a finding or a site.
public enum AttributeValue: Sendable, Hashable {
    case laterality(Laterality), severity(Severity), size(Size), placement(Placement)
    /// Nil for words that state a change only under a negation: "no interval change".
    case change(Change?)
}

/// Words that set an attribute.
public struct Modifier: Sendable, Hashable {
    public let text: String
    public let value: AttributeValue
    /// The change that the words state under a negation: "no change" is unchanged.
    public let negated: Change?
    public let example: String
}

extension OntologyBuilder {
    func modifiers() throws(OntologyError) -> [Modifier] {
        var modifiers: [Modifier] = []
        for row in tables.rows(.modifiers) {
            modifiers.append(
                Modifier(
                    text: try row.required("term"), value: try attributeValue(row),
                    negated: try row.optionalValue("negated", as: Change.self), example: row["example"]))
        }
        return modifiers
    }

    private func attributeValue(_ row: TableRow) throws(OntologyError) -> AttributeValue {
        switch row["attribute"] {
        case "laterality": .laterality(try row.value("value", as: Laterality.self))
        case "severity": .severity(try row.value("value", as: Severity.self))
        case "size": .size(try row.value("value", as: Size.self))
        case "change": .change(try row.optionalValue("value", as: Change.self))
        case "placement": .placement(try row.value("value", as: Placement.self))
        default: throw row.problem("attribute", "must be laterality, severity, size, change or placement")
        }
    }
}
