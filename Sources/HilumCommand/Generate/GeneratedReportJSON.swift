import Hilum
import HilumGeneration

/// Writes generated reports as JSON lines, one object a row.
enum GeneratedReportJSON {
    /// Appends `{"id", "report", "generated": true, "model", "findings", "draft", "dropped", "added", "leftovers"}`, of images also
    /// `images`, `probabilities`, `radiograph` and `boxes`; see `GeneratedReport`.
    /// - Parameters:
    ///   - id: UTF-8.
    ///   - places: where the findings lie.
    static func append(_ study: GeneratedStudy, id: [UInt8], places: [FindingPlace], to writer: inout JSONWriter) {
        let report = study.report
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            $0.key("report")
            $0.string(report.text)
            $0.key("generated")
            $0.bool(true)
            $0.key("model")
            $0.string(report.modelSignature)
            $0.key("findings")
            $0.string(report.findings)
            $0.key("draft")
            $0.string(report.draft)
            appendMembers(ofRepair: report, to: &$0)
            guard let paths = study.paths else { return }
            appendMembers(ofImages: paths, report, places, to: &$0)
        }
        writer.newline()
    }

    private static func appendMembers(ofRepair report: GeneratedReport, to writer: inout JSONWriter) {
        writer.key("dropped")
        writer.array {
            for dropped in report.dropped {
                $0.object {
                    $0.key("sentence")
                    $0.string(dropped.sentence)
                    $0.key("reason")
                    $0.string(dropped.reason)
                }
            }
        }
        for (name, texts) in [("added", report.added), ("leftovers", report.leftovers)] {
            writer.key(name)
            writer.array { for text in texts { $0.string(text) } }
        }
    }

    private static func appendMembers(
        ofImages paths: [String], _ report: GeneratedReport, _ places: [FindingPlace], to writer: inout JSONWriter
    ) {
        writer.key("images")
        writer.array { for path in paths { $0.string(path) } }
        writer.key("probabilities")
        writer.array {
            for finding in report.probabilities {
                $0.object {
                    $0.key("kind")
                    $0.string(finding.kind.rawValue)
                    $0.key("name")
                    $0.string(finding.name)
                    $0.key("probability")
                    $0.number(finding.probability)
                    if let isReported = finding.isReported {
                        $0.key("reported")
                        $0.bool(isReported)
                    }
                }
            }
        }
        writer.key("radiograph")
        writer.number(report.radiographScore)
        writer.key("boxes")
        writer.array {
            for place in places where place.region != nil {
                $0.object { place.appendMembers(to: &$0) }
            }
        }
    }

    /// Appends `{"id", "report": null, "generated": false, "reason"}`, of an image that is no radiograph also its score.
    static func append(_ failure: NoReport, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            $0.key("report")
            $0.null()
            $0.key("generated")
            $0.bool(false)
            $0.key("reason")
            $0.string(failure.description)
            if let score = failure.radiographScore {
                $0.key("radiograph")
                $0.number(score)
            }
        }
        writer.newline()
    }
}
