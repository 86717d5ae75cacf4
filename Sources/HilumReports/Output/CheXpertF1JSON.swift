import HilumMetrics
import HilumOntology
import HilumScoring

/// Writes the F1 of CheXpert labels with its averages and policy named, as figures with others are not comparable.
public enum CheXpertF1JSON {
    /// Appends `{"micro_14", "macro_14", "weighted_14", "samples_14", the same with _5, "accuracy_5", "uncertain", "per_label": {label:
    /// {"f1", "precision", "recall", "support"}}}`; all figures are null where there are no pairs.
    public static func append(_ f1: CheXpertF1, to writer: inout JSONWriter) {
        writer.object {
            averages(f1.all, suffix: "14", to: &$0)
            averages(f1.five, suffix: "5", to: &$0)
            $0.key("accuracy_5")
            $0.number(f1.five.exactMatch)
            $0.key("uncertain")
            $0.string(f1.uncertain.rawValue)
            $0.key("per_label")
            $0.object {
                for (label, counts) in zip(CheXpertLabel.allCases, f1.all.labels) {
                    $0.key(label.rawValue)
                    append(counts, isEmpty: f1.all.n == 0, to: &$0)
                }
            }
        }
    }

    private static func averages(_ f1: MultiLabelF1, suffix: String, to writer: inout JSONWriter) {
        for (name, value) in [("micro", f1.micro), ("macro", f1.macro), ("weighted", f1.weighted), ("samples", f1.samples)] {
            writer.key("\(name)_\(suffix)")
            writer.number(f1.n == 0 ? nil : value)
        }
    }

    private static func append(_ counts: LabelCounts, isEmpty: Bool, to writer: inout JSONWriter) {
        writer.object {
            for (name, value) in [("f1", counts.f1), ("precision", counts.precision), ("recall", counts.recall)] {
                $0.key(name)
                $0.number(isEmpty ? nil : value)
            }
            $0.key("support")
            $0.integer(counts.support)
        }
    }
}
