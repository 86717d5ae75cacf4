import ArgumentParser
import Hilum

/// What the reward of eight candidates against one reference costs, beside the extraction of the same nine texts.
struct RewardBenchmark {
    /// Where the candidates of a reference come from.
    enum Candidates: String, CaseIterable {
        /// Other reports.
        case others
        /// The reference with one sentence exchanged for another report's.
        case edited
    }

    private static let groupSize = 8
    private let extractor: Extractor
    private let scorer: CompletionScorer

    init() throws {
        let ontology = try Ontology.bundled()
        extractor = Extractor(ontology: ontology)
        scorer = CompletionScorer(extractor: extractor, scorer: Scorer(ontology: ontology))
    }

    static let header = columns("reward of 8, against", "texts/CPU-s", "reward / extraction", "with reasons")

    /// A row of the table. All three are measured one after another in each run; the least CPU of each counts.
    func row(_ candidates: Candidates, of corpus: Corpus, runs: Int) throws -> String {
        let groups = Self.groups(of: corpus, candidates)
        var least = (extraction: Double.infinity, reward: Double.infinity, reasons: Double.infinity)
        for _ in 0..<runs {
            least.extraction = min(least.extraction, try seconds { extract(groups) })
            least.reward = min(least.reward, try seconds { reward(groups, explains: false) })
            least.reasons = min(least.reasons, try seconds { reward(groups, explains: true) })
        }
        let texts = Double(groups.count * (Self.groupSize + 1))
        return Self.columns(
            candidates.rawValue, "\(Int(texts / least.extraction))", Self.ratio(least.reward / least.extraction),
            Self.ratio(least.reasons / least.extraction))
    }

    /// The reference first, then its candidates.
    private static func groups(of corpus: Corpus, _ candidates: Candidates) -> [[[UInt8]]] {
        let stop = UInt8(ascii: ".")
        return stride(from: 0, to: corpus.texts.count - groupSize, by: groupSize + 1).map { first in
            let reference = corpus.texts[first]
            let sentences = reference.split(separator: stop)
            return [reference]
                + (1...groupSize).map { number in
                    let other = corpus.texts[first + number]
                    guard candidates == .edited, !sentences.isEmpty else { return other }
                    var edited = sentences
                    edited[number % sentences.count] = other.split(separator: stop).first ?? []
                    return Array(edited.joined(separator: [stop]))
                }
        }
    }

    private func extract(_ groups: [[[UInt8]]]) -> Double {
        groups.joined().reduce(0) { $0 + Double(extractor.graph(of: Report(text: $1)).observations.count) }
    }

    private func reward(_ groups: [[[UInt8]]], explains: Bool) -> Double {
        groups.reduce(0) { sum, group in
            let solution = scorer.read(solution: group[0])
            return group.dropFirst().reduce(sum) {
                $0 + (scorer.reward($1, against: solution, explains: explains).reward ?? 0)
            }
        }
    }

    /// The CPU time of some work, which gives a number so that none of it can be left out.
    private func seconds(_ work: () -> Double) throws -> Double {
        let start = CPUTime.own
        guard work() > 0 else { throw ValidationError("nothing was read: there is nothing to measure") }
        return CPUTime.own - start
    }

    private static func ratio(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    private static func columns(_ cells: String...) -> String {
        cells.map { String(repeating: " ", count: max(0, 22 - $0.count)) + $0 }.joined()
    }
}
