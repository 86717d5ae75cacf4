import HilumOntology
import HilumScoring

/// Writes a baseline, as `Baseline` reads it: one JSON object, a report a line, so that a diff shows which reports have changed.
///
/// The same scores give the same bytes, in whatever order the reports came:
///
///     {"format":"hilum-baseline","format_version":1,"signature":"hilum:…","reports":[
///     {"id":"01","reference_hash":"32 hexadecimal digits","scores":{"kg_reward":0.98,…},"chexpert":{"reference":{"Edema":1},
///      "candidate":{}},"errors":[{"category":"omission_finding","significant":true,"finding":"pneumothorax"}]},
///     …
///     ]}
///
/// (Each report is on one line.) It holds no text of a report: of a reference a hash, of an error what it is about. `scores` are by the
/// names of `Metric`, to six decimals as in files of `hilum score`; labels that are not mentioned are left out. A reader takes members in
/// any order and passes over those that it does not know.
public enum BaselineJSON {
    static let format = "hilum-baseline"
    /// Of what the file looks like; another one is not read.
    static let version = 1

    /// Appends the object and a line feed.
    /// - Parameter checked: scored in all parts, so that any gate finds what it needs.
    public static func append(_ checked: CheckedReports, to writer: inout JSONWriter) {
        let order = checked.scores.ids.indices.sorted { checked.scores.ids[$0].lexicographicallyPrecedes(checked.scores.ids[$1]) }
        writer.object {
            $0.key("format")
            $0.string(format)
            $0.key("format_version")
            $0.integer(version)
            $0.key("signature")
            $0.string(checked.signature)
            $0.key("reports")
            $0.array {
                for row in order {
                    var line = JSONWriter()
                    line.newline()
                    append(checked, row, to: &line)
                    $0.fragment(line.bytes)
                }
                $0.newline()
            }
        }
        writer.newline()
    }

    private static func append(_ checked: CheckedReports, _ row: Int, to writer: inout JSONWriter) {
        let (scores, report) = (checked.scores, checked.reports[row])
        writer.object {
            $0.key("id")
            $0.string(utf8: scores.ids[row])
            $0.key("reference_hash")
            $0.string(report.reference.hexadecimal)
            $0.key("scores")
            $0.object {
                for metric in Metric.allCases {
                    guard let value = scores.value(of: metric.rawValue, at: row) else { continue }
                    $0.key(metric.rawValue)
                    $0.number(value)
                }
            }
            $0.key("chexpert")
            $0.object {
                for side in CheXpertReading.sides {
                    $0.key(side)
                    $0.object {
                        for label in CheXpertLabel.allCases {
                            guard let value = scores.value(of: CheXpertReading.column(side, label), at: row) else { continue }
                            $0.key(label.rawValue)
                            $0.number(value)
                        }
                    }
                }
            }
            $0.key("errors")
            $0.array {
                for error in report.errors {
                    $0.object {
                        $0.key("category")
                        $0.string(error.category.rawValue)
                        $0.key("significant")
                        $0.bool(error.isSignificant)
                        $0.key("finding")
                        $0.string(error.finding)
                    }
                }
            }
        }
    }
}
