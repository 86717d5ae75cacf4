import HilumScoring

/// Writes what the page's table is made of, as JSON that may stand in a script element.
enum PageIndexJSON {
    /// `{"columns": [{"key", "title", "decimals", "higher", "shown"}], "metrics": [[title, decimals]], "lowCoverage", "categories": [[name, title]], "findings": [name],
    /// "rows": [[id, [value], [[category, significant, finding]], implausible, blank]]}`, where categories and findings are numbers, the finding of
    /// an error without one −1; `blank` is as `PagePair.Blank` has it. Where references are generated, `"generated": [row]` has the numbers of
    /// their rows, from 0.
    static func bytes(of pairs: [PagePair], parts: Set<ScorePart>, isJudged: Bool) -> [UInt8] {
        let findings = Set(pairs.flatMap { $0.errors.compactMap(\.finding) }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: findings.enumerated().map { ($1, $0) })
        let categories = Dictionary(uniqueKeysWithValues: ErrorCategory.allCases.enumerated().map { ($1, $0) })
        var writer = JSONWriter()
        writer.object {
            $0.member("columns")
            $0.array {
                for column in PageMeasure.columns(of: parts, isJudged: isJudged) { append(column, to: &$0) }
            }
            $0.member("metrics")
            $0.array {
                for metric in Metric.allCases where parts.contains(metric.part) {
                    $0.array {
                        $0.string(metric.title)
                        $0.integer(metric.isCount ? 0 : 3)
                    }
                }
            }
            $0.member("lowCoverage")
            $0.number(CoveragePair.low)
            $0.member("categories")
            $0.array {
                for category in ErrorCategory.allCases {
                    $0.array {
                        $0.string(category.rawValue)
                        $0.string(category.title)
                    }
                }
            }
            $0.member("findings")
            $0.array { for finding in findings { $0.string(finding) } }
            let generated = pairs.indices.filter { pairs[$0].isReferenceGenerated }
            if !generated.isEmpty {
                $0.member("generated")
                $0.array { for row in generated { $0.integer(row) } }
            }
            $0.member("rows")
            $0.array {
                for pair in pairs {
                    $0.array {
                        $0.string(utf8: pair.id)
                        $0.array { for value in pair.values { $0.number(value) } }
                        $0.array {
                            for error in pair.errors {
                                $0.array {
                                    $0.integer(categories[error.category] ?? 0)
                                    $0.integer(error.isSignificant ? 1 : 0)
                                    $0.integer(error.finding.flatMap { numbers[$0] } ?? -1)
                                }
                            }
                        }
                        $0.integer(pair.implausible)
                        $0.integer(pair.blank.rawValue)
                    }
                }
            }
        }
        return writer.bytes.escapedForScript
    }

    private static func append(_ column: PageMeasure, to writer: inout JSONWriter) {
        writer.object {
            $0.member("key")
            $0.string(column.key)
            $0.member("title")
            $0.string(column.title)
            $0.member("decimals")
            $0.integer(column.decimals)
            $0.member("higher")
            $0.bool(column.isHigherBetter)
            $0.member("shown")
            $0.bool(column != .errors)
        }
    }
}
