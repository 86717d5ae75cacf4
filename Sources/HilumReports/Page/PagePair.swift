import HilumExtraction
import HilumOntology
import HilumScoring

/// A pair of reports as the page holds it: a row of the table, parsed when the page opens, and what is parsed when the pair is.
struct PagePair: Sendable {
    /// UTF-8.
    var id: [UInt8]
    /// One a column.
    var values: [Double?]
    var errors: [ErrorKey]
    var implausible: Int
    var blank: Blank
    /// Whether a model has written the reference.
    var isReferenceGenerated: Bool
    /// `[reference, candidate]` as JSON that may stand in a script element; so is `details`.
    var texts: [UInt8]
    var details: [UInt8]
}

extension PagePair {
    /// Which of the reports of a pair have nothing to read. The page's script knows them by their numbers.
    struct Blank: OptionSet, Sendable {
        let rawValue: Int

        static let reference = Blank(rawValue: 1)
        static let candidate = Blank(rawValue: 2)
    }
}

/// Writes a pair for the page. Spans are in UTF-16, as browsers count.
struct PagePairWriter: Sendable {
    private let parts: Set<ScorePart>
    private let columns: [PageMeasure]
    private let isJudged: Bool
    private let metrics: [Metric]

    init(parts: Set<ScorePart>, isJudged: Bool) {
        self.parts = parts
        self.isJudged = isJudged
        columns = PageMeasure.columns(of: parts, isJudged: isJudged)
        metrics = Metric.allCases.filter { parts.contains($0.part) }
    }

    func pair(
        _ score: PairScore, id: [UInt8], candidate: ReportGraph, reference: ReportGraph, findings: [ComparedFinding],
        judge: Factuality?, isReferenceGenerated: Bool
    ) -> PagePair {
        let errors = parts.contains(.factuality) ? score.factuality.errors : []
        let implausible = parts.contains(.kg) ? score.implausible : []
        var texts = JSONWriter()
        texts.array {
            $0.string(utf8: reference.text)
            $0.string(utf8: candidate.text)
        }
        let offsets = (reference: UTF16Offsets(reference.text), candidate: UTF16Offsets(candidate.text))
        var details = JSONWriter()
        details.object { writer in
            writer.member("scores")
            writer.array {
                for metric in metrics { $0.number(PageMeasure.metric(metric).value(of: score, judge: judge)) }
            }
            writer.member("coverage")
            writer.array {
                $0.number(score.coverage.reference)
                $0.number(score.coverage.candidate)
            }
            writer.member("errors")
            writer.array { for error in errors { ScoreJSON.append(error.counted(in: offsets), to: &$0) } }
            writer.implausible(implausible.map { $0.counted(in: offsets.candidate) })
            if isJudged {
                writer.member("judge")
                append(judge, to: &writer)
            }
            writer.member("reference")
            append(reference, offsets.reference, to: &writer)
            writer.member("candidate")
            append(candidate, offsets.candidate, to: &writer)
            writer.member("graph")
            writer.array { for finding in findings { append(finding, to: &$0) } }
        }
        var blank: PagePair.Blank = []
        if reference.isBlank { blank.insert(.reference) }
        if candidate.isBlank { blank.insert(.candidate) }
        return PagePair(
            id: id, values: columns.map { $0.value(of: score, judge: judge) },
            errors: errors.map(ErrorKey.init), implausible: implausible.count, blank: blank,
            isReferenceGenerated: isReferenceGenerated, texts: texts.bytes.escapedForScript,
            details: details.bytes.escapedForScript)
    }

    /// `{"significant": [count by category], "insignificant": [count by category]}`; null without an answer.
    private func append(_ judge: Factuality?, to writer: inout JSONWriter) {
        guard let judge else { return writer.null() }
        writer.object {
            $0.member("significant")
            $0.array { for category in ErrorCategory.allCases { $0.integer(judge.significant[category]) } }
            $0.member("insignificant")
            $0.array { for category in ErrorCategory.allCases { $0.integer(judge.insignificant[category]) } }
        }
    }

    /// `{"findings": [[start, end, status, name]], "unasserted": [[start, end, reason, name]], "unrecognised": [[start, end]]}`
    private func append(_ graph: ReportGraph, _ offsets: UTF16Offsets, to writer: inout JSONWriter) {
        func mark(_ span: TextSpan, _ kind: String, _ concept: Concept, to writer: inout JSONWriter) {
            writer.array {
                $0.integer(offsets.offset(span.start))
                $0.integer(offsets.offset(span.end))
                $0.string(kind)
                $0.string(concept.name)
            }
        }
        writer.object {
            $0.member("findings")
            $0.array {
                for observation in graph.observations {
                    mark(observation.span, observation.status.rawValue, graph.concept(observation.concept), to: &$0)
                }
            }
            $0.member("unasserted")
            $0.array {
                for mention in graph.unasserted {
                    mark(mention.span, mention.reason.rawValue, graph.concept(mention.concept), to: &$0)
                }
            }
            $0.member("unrecognised")
            $0.array { for span in graph.unrecognised { $0.span(offsets.span(span)) } }
        }
    }

    /// `{"both": [name, status]}`, or `reference` and `candidate` where these differ or one is missing; `"implied": true`, `"denied": true`,
    /// `"parts": [[kind, name, source]]` and `"suggests": [[number, source]]` where there is something to say.
    private func append(_ finding: ComparedFinding, to writer: inout JSONWriter) {
        func mention(_ mention: ComparedFinding.Mention, to writer: inout JSONWriter) {
            writer.array {
                $0.string(mention.name)
                $0.string(mention.status.rawValue)
            }
        }
        let (reference, candidate) = (finding.reference, finding.candidate)
        writer.object { writer in
            if let reference, let candidate, reference.name == candidate.name, reference.status == candidate.status {
                writer.member("both")
                mention(reference, to: &writer)
            } else {
                if let reference {
                    writer.member("reference")
                    mention(reference, to: &writer)
                }
                if let candidate {
                    writer.member("candidate")
                    mention(candidate, to: &writer)
                }
            }
            if finding.isImplied {
                writer.member("implied")
                writer.bool(true)
            }
            if finding.isDenied {
                writer.member("denied")
                writer.bool(true)
            }
            if !finding.parts.isEmpty {
                writer.member("parts")
                writer.array {
                    for part in finding.parts {
                        $0.array {
                            $0.string(part.kind.rawValue)
                            $0.string(part.name)
                            $0.string(part.source.rawValue)
                        }
                    }
                }
            }
            if !finding.suggestions.isEmpty {
                writer.member("suggests")
                writer.array {
                    for suggestion in finding.suggestions {
                        $0.array {
                            $0.integer(suggestion.finding)
                            $0.string(suggestion.source.rawValue)
                        }
                    }
                }
            }
        }
    }
}

// MARK: Spans in UTF-16

extension Quotation {
    fileprivate func counted(in offsets: UTF16Offsets) -> Quotation { Quotation(text: text, span: offsets.span(span)) }
}

extension FactualityError {
    fileprivate func counted(in offsets: (reference: UTF16Offsets, candidate: UTF16Offsets)) -> FactualityError {
        var error = self
        error.reference = reference?.counted(in: offsets.reference)
        error.candidate = candidate?.counted(in: offsets.candidate)
        return error
    }
}

extension Implausibility {
    fileprivate func counted(in offsets: UTF16Offsets) -> Implausibility {
        var statement = self
        statement.words = words.map { $0.counted(in: offsets) }
        return statement
    }
}
