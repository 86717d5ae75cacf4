import ArgumentParser
import Hilum

/// What a report, or a pair of them, is put through in the library, in memory.
enum Measure: String, CaseIterable, ExpressibleByArgument {
    /// A text to its graph.
    case extractGraph = "extract.graph"
    /// A text to its line of JSON.
    case extractJSON = "extract.json"
    /// Two graphs to their scores, each error with its reasons.
    case scoreGraphs = "score.graphs"
    /// Two texts to the same.
    case scoreTexts = "score.texts"
    /// Two texts to their line of JSON.
    case scoreJSON = "score.json"
    /// The same with RadGraph's F1, words of change, BLEU and ROUGE: what `hilum score` does unless `--metrics` says less.
    case scoreEverything = "score.everything"

    /// Whether it is of pairs rather than of single reports.
    var isOfPairs: Bool { self != .extractGraph && self != .extractJSON }

    var parts: Set<ScorePart> { self == .scoreEverything ? .all : .all.subtracting([.radgraph, .temporal, .lexical]) }
}
