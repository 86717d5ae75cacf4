import HilumExtraction
import HilumOntology
import Testing

@Suite("Lengths and counts")
struct MeasurementTests {
    /// The lengths of each finding, an earlier one in parentheses, and what has changed.
    private func lines(of text: String) throws -> [String] {
        let graph = try extractor.get().graph(of: text)
        return graph.observations.map { observation in
            let lengths = observation.measurements.map { length in
                let words = "\(length.value) \(length.unit)"
                return length.isPrior ? "(\(words))" : words
            }
            return (lengths + [observation.change?.value.rawValue].compactMap(\.self)).joined(separator: " ")
        }
    }

    @Test(
        "Of two lengths the earlier one is told, and both together say what has changed",
        arguments: [
            ("Nodule, now 14 mm, previously 9 mm.", "14.0 mm (9.0 mm) increased"),
            ("Nodule has grown from 9 mm to 14 mm.", "(9.0 mm) 14.0 mm increased"),
            ("Nodule has decreased from 14 to 9 mm.", "(14.0 mm) 9.0 mm decreased"),
            ("Nodule measures 18 mm compared with 25 mm.", "18.0 mm (25.0 mm) decreased"),
            ("Nodule measures 8 mm (5 mm on the prior study).", "8.0 mm (5.0 mm) increased"),
            ("The previously 5 mm nodule now measures 8 mm.", "(5.0 mm) 8.0 mm increased"),
            ("Nodule measures 5.5 cm, previously 5.3 cm.", "5.5 cm (5.3 cm)"),
            ("Nodule measures 12 mm and is unchanged compared to 12 mm previously.", "12.0 mm (12.0 mm) unchanged"),
        ])
    func prior(_ text: String, _ expected: String) throws {
        #expect(try lines(of: text) == [expected])
    }

    @Test(
        "A length of this examination is no earlier one",
        arguments: [
            ("In comparison with the prior study, the nodule measures 4 mm.", "4.0 mm"),
            ("Compared to prior the nodule now measures 5 mm.", "5.0 mm"),
            ("Nodules ranging from 3 mm to 8 mm.", "3.0 mm 8.0 mm"),
            ("The nodule measures 2-3 cm.", "2.0 cm 3.0 cm"),
            ("Mass measuring 2.5 by 3 by 4 cm.", "2.5 cm 3.0 cm 4.0 cm"),
            ("Nodule at the base. It measures 8 mm.", "8.0 mm"),
            ("Two nodules. The larger measures 8 mm.", "8.0 mm"),
        ])
    func current(_ text: String, _ expected: String) throws {
        #expect(try lines(of: text) == [expected])
    }

    @Test(
        "Numbers of one length are joined by a cross, by, to or a dash, and have thousands or a decimal comma",
        arguments: [
            ("Nodule of 1,200 mm.", "1200.0 mm"), ("Nodule of 1,200.5 mm.", "1200.5 mm"), ("Nodule of 3,5 cm.", "3.5 cm"),
            ("Nodule of 0,125 cm.", "0.125 cm"), ("Nodule of 3,5 x 4,2 cm.", "3.5 cm 4.2 cm"),
            ("Nodule of 3,5 x 4,2 x 1,1 cm.", "3.5 cm 4.2 cm 1.1 cm"), ("Nodule of 2x3 cm.", "2.0 cm 3.0 cm"),
            ("Nodule of 2\u{D7}3cm.", "2.0 cm 3.0 cm"), ("Nodule of 2 \u{D7} 3 cm.", "2.0 cm 3.0 cm"),
            ("Nodule of 2\u{2013}3 cm.", "2.0 cm 3.0 cm"), ("Nodule on image 12 approximately 4 mm.", "4.0 mm"),
            ("Nodule since 2019 currently 4 mm.", "4.0 mm"), ("Nodule on image 12 4 mm.", "4.0 mm"),
            ("Nodule of 10,000 mm.", "10000.0 mm"), ("Nodule, image 12, 4 mm.", "4.0 mm"),
        ])
    func joined(_ text: String, _ expected: String) throws {
        #expect(try lines(of: text) == [expected])
    }

    @Test(
        "What is no number of a length makes none: dates, fractions, powers, and what is longer than any finding",
        arguments: [
            "Nodule of 1/2 cm.", "Nodule of \u{BD} cm.", "Nodule of 1\u{BD} cm.", "Nodule of 1\u{2153} cm.",
            "Nodule of 1e308 cm.",
            "Nodule 12/3/2019 cm.", "Nodule of 1,2,3 cm.", "Nodule of 1,00 a.", "Nodule of 10,001 mm.", "Nodule of 1.2.3 cm.",
            "Nodule of \(String(repeating: "9", count: 400)) mm.",
        ])
    func noLength(_ text: String) throws {
        let graph = try extractor.get().graph(of: text)
        #expect(graph.observations.map(\.measurements) == [[]])
    }

    @Test("A length with a decimal comma is cited as it stands")
    func decimalCommaSpan() throws {
        let graph = try extractor.get().graph(of: "Nodule of 3,5 cm.")
        #expect(graph.observations.flatMap(\.measurements).map { graph.words(at: $0.span) } == ["3,5 cm"])
    }

    @Test(
        "A count is a number of the finding and of nothing else",
        arguments: [
            ("Two nodules in the left base.", FindingCount.exactly(2)), ("3 sternal wires are intact.", .exactly(3)),
            ("A single nodule.", .exactly(1)), ("Two left lower lobe nodules.", .exactly(2)), ("Several nodules.", .many),
            ("Multiple rib fractures.", .many), ("A 4 mm nodule.", nil), ("1. Nodule.", nil), ("2. Nodules.", nil),
            ("Postoperative day 2 effusions.", nil), ("Two views show nodules.", nil), ("T 7 fractures.", nil),
            ("No nodules.", nil),
            ("Two-lead pacemaker.", nil),
        ])
    func counts(_ text: String, _ expected: FindingCount?) throws {
        let observation = try #require(try extractor.get().graph(of: text).observations.last)
        #expect(observation.count?.value == expected)
    }
}
