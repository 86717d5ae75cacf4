import HilumOntology
import HilumScoring

/// Writes what label schemes make of a report, one object a report.
public enum LabelJSON {
    /// Appends `{"id", "mesh": [terms]}`.
    /// - Parameters:
    ///   - terms: as `OpenICoding.codes` gives them.
    ///   - id: UTF-8.
    public static func append(mesh terms: [String], id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.member("id")
            $0.string(utf8: id)
            $0.member("mesh")
            $0.array { for term in terms { $0.string(term) } }
        }
    }

    /// Appends `{"id", "chexpert": {label: value}}`; see `append(_:to:)`.
    /// - Parameter id: UTF-8.
    public static func append(_ labels: CheXpertLabels, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.member("id")
            $0.string(utf8: id)
            $0.member("chexpert")
            append(labels, to: &$0)
        }
    }

    private static let values: [CheXpertLabels.Value?] = [nil, .negative, .positive, .uncertain]
    /// Each label with each value, by label.
    private static let members = JSONPieces(of: CheXpertLabel.allCases.flatMap { label in values.map { (label, $0) } }) {
        $1.key($0.0.rawValue)
        if let value = $0.1 { $1.integer(value.rawValue) } else { $1.null() }
    }

    /// Appends all 14 labels by name: 1 positive, 0 negative, -1 uncertain, null not mentioned.
    static func append(_ labels: CheXpertLabels, to writer: inout JSONWriter) {
        writer.object {
            for number in 0..<CheXpertLabels.count {
                let place =
                    switch labels.value(at: number) {
                    case nil: 0
                    case .negative: 1
                    case .positive: 2
                    case .uncertain: 3
                    }
                $0.fragment(number * values.count + place, of: members)
            }
        }
    }
}
