import Hilum

/// The probabilities of one label, by row.
struct LabelRanking: Sendable {
    struct Row: Sendable {
        var label: String
        var probability: Double
        /// Nil where it is not known.
        var truth: Bool?
    }

    let label: String
    var rows: [(score: Double, isPositive: Bool)] = []
}

/// Area under the ROC curve and average precision of each label, and their means over the labels that have them.
struct RankingFigures: CorpusFigures {
    /// In the order in which they first came.
    private var labels: [LabelRanking] = []
    private var places: [String: Int] = [:]

    mutating func add(_ evidence: [LabelRanking.Row]) {
        for row in evidence {
            let place = place(of: row.label)
            if let truth = row.truth { labels[place].rows.append((row.probability, truth)) }
        }
    }

    mutating func merge(_ other: RankingFigures) {
        for label in other.labels {
            let place = place(of: label.label)
            labels[place].rows += label.rows
        }
    }

    private mutating func place(of label: String) -> Int {
        if let place = places[label] { return place }
        places[label] = labels.count
        labels.append(LabelRanking(label: label))
        return labels.count - 1
    }

    private var rankings: [(label: String, ranking: Ranking)] { labels.map { ($0.label, Ranking($0.rows)) } }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    func appendMembers(to writer: inout JSONWriter) {
        let rankings = rankings
        let areas = rankings.compactMap(\.ranking.areaUnderROC)
        writer.key("auroc_macro")
        writer.number(Self.mean(areas))
        writer.key("average_precision_macro")
        writer.number(Self.mean(rankings.compactMap(\.ranking.averagePrecision)))
        writer.key("labels")
        writer.integer(rankings.count)
        writer.key("labels_in_macro")
        writer.integer(areas.count)
        writer.key("per_label")
        writer.object {
            for (label, ranking) in rankings {
                $0.key(label)
                $0.object {
                    $0.key("auroc")
                    $0.number(ranking.areaUnderROC)
                    $0.key("average_precision")
                    $0.number(ranking.averagePrecision)
                    $0.key("positives")
                    $0.integer(ranking.positives)
                    $0.key("negatives")
                    $0.integer(ranking.negatives)
                }
            }
        }
    }

    var lines: [String] {
        let rankings = rankings
        func text(_ value: Double?) -> String { value.map { $0.fixed(decimals: 3) } ?? "-" }
        let lines = rankings.map { label, ranking in
            "\(ShortLine.of(label)): AUROC \(text(ranking.areaUnderROC)), average precision \(text(ranking.averagePrecision)), "
                + "\(ranking.positives) of \(ranking.positives + ranking.negatives)"
        }
        let areas = rankings.compactMap(\.ranking.areaUnderROC)
        let macro = "macro of \(areas.count) labels: AUROC \(text(Self.mean(areas))), average precision "
        return lines + [macro + text(Self.mean(rankings.compactMap(\.ranking.averagePrecision)))]
    }
}
