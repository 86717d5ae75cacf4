import ArgumentParser
import Foundation
import Hilum
import ReportEdits

struct ChargesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charges",
        abstract: "Edits reports one step at a time and checks that the scores charge just that step.",
        discussion: """
            Of each kind of edit: how many pairs there are, and in how many of them the edited report makes exactly the one \
            error that was put in against the original, or none where the meaning is kept; `mirrored` asks the same with the \
            two exchanged.
            """)

    @Argument(help: "JSONL with id, findings and impression, as openi export writes it.")
    var reports: String

    @Option(help: "Print the pairs of this kind that are not exact. Reports of patients: not for files that are passed on.")
    var list: EditKind?

    @Flag(help: "With --list: pairs that are not exact when mirrored, too.")
    var mirrored = false

    @Option(help: "With --list: print this share of all pairs too, in percent, to judge the edits themselves.")
    var sample = 0

    @Option(help: "Only these kinds.")
    var kind: [EditKind] = []

    @Option(help: "The least share of exact pairs of each kind, in percent; with less the exit status is 1.")
    var atLeast: Double = 0

    func run() throws {
        let hilum = try Hilum()
        let editors = try ReportFile(path: reports).editors
        let kinds = list.map { [$0] } ?? (kind.isEmpty ? EditKind.allCases : kind)
        var isEnough = true
        print(Tally.header)
        for kind in kinds {
            var tally = Tally()
            for editor in editors {
                for pair in editor.edits(kind) {
                    let forward = Verdict(
                        hilum, candidate: pair.edited, reference: pair.original, expected: kind.charged,
                        orMore: kind.touchesSeveral)
                    let back = Verdict(
                        hilum, candidate: pair.original, reference: pair.edited, expected: kind.charged?.mirrored,
                        orMore: kind.touchesSeveral)
                    tally.add(forward, mirrored: back)
                    let isSampled = list != nil && tally.pairs * sample / 100 > (tally.pairs - 1) * sample / 100
                    if isSampled || list != nil && !forward.isExact || list != nil && mirrored && !back.isExact {
                        print(Listing.text(of: pair, id: editor.id, forward, mirrored: mirrored ? back : nil))
                    }
                }
            }
            print(tally.row(kind))
            if tally.pairs > 0, tally.share * 100 < atLeast { isEnough = false }
        }
        if !isEnough { throw ExitCode(1) }
    }
}
