import Hilum
import Testing

@Suite("Two reports laid over one another")
struct ComparedFindingTests {
    let hilum: Hilum

    init() throws {
        hilum = try Fixtures.hilum.get()
    }

    /// Each finding on a line: `pleural effusion both: side left reference, side right candidate`.
    private func lines(candidate: String, reference: String) -> [String] {
        let findings = hilum.comparedFindings(candidate: hilum.extract(candidate), reference: hilum.extract(reference))
        return findings.map { finding in
            let names = [finding.reference?.name, finding.candidate?.name].compactMap(\.self)
            let notes = [finding.isAbsent ? "absent" : "", finding.isImplied ? "implied" : "", finding.isDenied ? "denied" : ""]
            let head = ([Set(names).count > 1 ? names.joined(separator: "/") : names[0], finding.source.rawValue] + notes)
                .filter { !$0.isEmpty }.joined(separator: " ")
            let parts =
                finding.parts.map { "\($0.kind.rawValue) \($0.name) \($0.source.rawValue)" }
                + finding.suggestions.map { "suggests \($0.finding) \($0.source.rawValue)" }
            return parts.isEmpty ? head : "\(head): \(parts.joined(separator: ", "))"
        }
    }

    @Test(
        "What both state stands once, what one states is that one's",
        arguments: [
            (
                "Moderate left pleural effusion.", "Small right pleural effusion.",
                [
                    "pleural effusion both: side left reference, side right candidate, degree moderate reference, degree small candidate"
                ]
            ),
            ("Pneumothorax.", "Clear lungs.", ["pneumothorax reference", "lung opacity candidate absent"]),
            ("No pneumothorax.", "Pneumothorax.", ["pneumothorax candidate denied", "pneumothorax reference absent"]),
            ("Pneumothorax.", "No pneumothorax.", ["pneumothorax reference denied", "pneumothorax candidate absent"]),
            ("No pneumothorax.", "There is no pneumothorax.", ["pneumothorax both absent"]),
            ("", "Cardiomegaly.", ["cardiomegaly candidate"]), ("", "", []),
            // The same in other words.
            ("Mild cardiomegaly.", "Heart is mildly enlarged.", ["cardiomegaly both: degree mild both"]),
            (
                "Small effusion, right.", "Right effusion has increased.",
                ["pleural effusion both: side right both, degree small reference, change increased candidate"]
            ),
            // The side that a site has is not said once more.
            (
                "Right lower lobe opacity.", "Right opacity.", ["lung opacity both: site right lower lobe reference"]
            ),
            (
                "Right lower lobe opacity.", "Opacity in the right lung base.",
                ["lung opacity both: site right lower lobe / right lung base both"]
            ),
            (
                "Right basilar opacity, likely pneumonia.", "Right basilar opacity, likely atelectasis.",
                [
                    "lung opacity both: site right lung base both, suggests 1 reference, suggests 2 candidate",
                    "pneumonia reference: site right lung base reference",
                    "atelectasis candidate: site right lung base candidate",
                ]
            ),
        ])
    func findings(reference: String, candidate: String, expected: [String]) {
        #expect(lines(candidate: candidate, reference: reference) == expected)
    }

    @Test("Of a report with itself nothing is one-sided", arguments: PairFixtureTests.pairs)
    func itself(_ pair: PairFixture) {
        let graph = hilum.extract(pair.reference)
        for finding in hilum.comparedFindings(candidate: graph, reference: graph) where !finding.isImplied {
            #expect(finding.source == .both)
            #expect(finding.parts.allSatisfy { $0.source == .both })
        }
    }

    @Test("A finding that only one report states is charged as left out or invented", arguments: PairFixtureTests.pairs)
    func errors(_ pair: PairFixture) {
        let (candidate, reference) = (hilum.extract(pair.candidate), hilum.extract(pair.reference))
        let errors = hilum.score(candidate: candidate, reference: reference).factuality.errors
        let findings = hilum.comparedFindings(candidate: candidate, reference: reference)
        for finding in findings where finding.source != .both && !finding.isAbsent && !finding.isImplied {
            let category = finding.source == .reference ? ErrorCategory.omissionFinding : .falsePositiveFinding
            let name = (finding.reference ?? finding.candidate)?.name
            #expect(errors.contains { $0.category == category && $0.finding == name })
        }
    }
}
