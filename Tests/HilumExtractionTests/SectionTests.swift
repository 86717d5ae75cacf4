import HilumExtraction
import HilumOntology
import Testing

@Suite struct SectionTests {
    private func sections(of text: String) throws -> [String] {
        let graph = try extractor.get().graph(of: text)
        return graph.observations.map { "\($0.section.rawValue): \(graph.words(at: $0.span))" }
    }

    @Test("Findings under a heading carry its section; what the indication names is mentioned, not observed")
    func headings() throws {
        let text = """
            INDICATION: Cough, rule out pneumonia.
            COMPARISON: None.
            FINDINGS: Small pleural effusion.
            IMPRESSION:
            1. Atelectasis.
            """
        #expect(try sections(of: text) == ["findings: pleural effusion", "impression: Atelectasis"])
        let unasserted = try extractor.get().graph(of: text).unasserted
        #expect(unasserted.map(\.reason) == [.section])
    }

    @Test("A comparison on one line ends with its sentence, and an organ's label ends a section that asserts nothing")
    func ends() throws {
        #expect(try sections(of: "Comparison: pneumonia in May. Small effusion.") == ["report: effusion"])
        #expect(try sections(of: "INDICATION: Pneumonia?\nLungs: Atelectasis.") == ["findings: Atelectasis"])
    }

    @Test(
        "No section swallows the report",
        arguments: [
            ("INDICATION: Pneumonia FINDINGS: Small effusion. No edema.", ["findings: effusion", "findings: edema"]),
            ("INDICATION: Cough. TECHNIQUE: PA and lateral. There is a small effusion.", ["report: effusion"]),
            ("COMPARISON:\nNone.\nSmall effusion.", ["report: effusion"]),
            ("HISTORY: Pneumonia.\n\nThere is a small effusion.", ["report: effusion"]),
            ("HISTORY:\n\nPneumonia.\n\nThere is a small effusion.", ["report: effusion"]),
        ])
    func boundaries(text: String, expected: [String]) throws {
        #expect(try sections(of: text) == expected)
    }

    @Test("Sections that the source keeps apart need no headings")
    func parts() throws {
        let text = "Pneumonia?\nSmall effusion."
        let report = Report(
            text: Array(text.utf8),
            parts: [
                .init(section: .indication, span: TextSpan(0, 10)), .init(section: .findings, span: TextSpan(11, 26)),
            ])
        let graph = try extractor.get().graph(of: report)
        #expect(graph.observations.map(\.section) == [.findings])
        #expect(graph.observations.map { graph.words(at: $0.span) } == ["effusion"])
        #expect(graph.unasserted.count == 1)
    }
}
