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

    private static let names = JSONPieces(of: CheXpertLabel.allCases) { $1.string($0.rawValue) }

    /// Appends all 14 labels by name: 1 positive, 0 negative, -1 uncertain, null not mentioned.
    static func append(_ labels: CheXpertLabels, to writer: inout JSONWriter) {
        writer.object {
            for (number, label) in CheXpertLabel.allCases.enumerated() {
                $0.key(number, of: names)
                if let value = labels[label] { $0.integer(value.rawValue) } else { $0.null() }
            }
        }
    }
}
