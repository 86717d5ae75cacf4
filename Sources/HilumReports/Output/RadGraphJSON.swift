import HilumMetrics
import HilumScoring

/// Writes RadGraph annotations as JSON, one object a report.
public enum RadGraphJSON {
    /// Appends `{"id", "text", "entities": {"1": {"tokens", "label", "start_ix", "end_ix", "relations": [["modify", "2"]]}}}`; the
    /// indices count tokens of the text, the last one included.
    /// - Parameter id: UTF-8.
    public static func append(_ report: RadGraphReport, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.member("id")
            $0.string(utf8: id)
            $0.member("text")
            $0.string(report.text)
            $0.member("entities")
            append(report.annotation, to: &$0)
        }
    }

    private static func append(_ annotation: RadGraphAnnotation, to writer: inout JSONWriter) {
        writer.object {
            for (index, entity) in annotation.entities.enumerated() {
                $0.key(String(index + 1))
                append(entity, to: &$0)
            }
        }
    }

    private static func append(_ entity: RadGraphAnnotation.Entity, to writer: inout JSONWriter) {
        writer.object {
            $0.member("tokens")
            $0.string(entity.tokens)
            $0.member("label")
            $0.string(entity.label.name)
            if let range = entity.range {
                $0.member("start_ix")
                $0.integer(range.lowerBound)
                $0.member("end_ix")
                $0.integer(range.upperBound)
            }
            $0.member("relations")
            $0.array {
                for relation in entity.relations {
                    $0.array {
                        $0.string(relation.type)
                        $0.string(String(relation.target + 1))
                    }
                }
            }
        }
    }
}
