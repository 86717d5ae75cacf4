import HilumExtraction
import Testing

@Suite("Ribs and vertebrae")
struct LevelTests {
    private func sites(of text: String) throws -> [[String]] {
        let graph = try extractor.get().graph(of: text)
        return graph.observations.map { $0.sites.map(graph.name(of:)) }
    }

    @Test(
        "A list, a range or a word between number and noun names each level with its side",
        arguments: [
            ("Fractures of the left fourth and fifth ribs.", ["left fourth rib", "left fifth rib"]),
            ("Left 4th and 5th rib fractures.", ["left fourth rib", "left fifth rib"]),
            ("Fractures of the 4th, 5th and 6th ribs on the right.", ["right fourth rib", "right fifth rib", "right sixth rib"]),
            ("Fractures of left ribs 4-6.", ["left fourth rib", "left fifth rib", "left sixth rib"]),
            ("Fractures of left ribs 4–6.", ["left fourth rib", "left fifth rib", "left sixth rib"]),
            ("Fractures of the 4th through 6th ribs.", ["fourth rib", "fifth rib", "sixth rib"]),
            ("Left rib fractures (4-6).", ["left fourth rib", "left fifth rib", "left sixth rib"]),
            ("Right 6th lateral rib fracture.", ["right sixth rib"]),
            ("Opacity over the left fifth anterior rib.", ["left fifth rib"]),
            ("Fractures of the left fourth and right fifth ribs.", ["left fourth rib", "right fifth rib"]),
            ("Compression fractures of T11 through L1.", ["t11 vertebra", "t12 vertebra", "l1 vertebra"]),
            ("Compression fractures of T4-T6.", ["t4 vertebra", "t5 vertebra", "t6 vertebra"]),
            ("Fractures of the 6th through 4th ribs.", ["sixth rib", "fifth rib", "fourth rib"]),
            ("Fractures of left ribs 6-4.", ["left sixth rib", "left fifth rib", "left fourth rib"]),
            ("Compression fractures of L1-T11.", ["l1 vertebra", "t12 vertebra", "t11 vertebra"]),
            ("Compression fractures at T7 and 8.", ["t7 vertebra", "t8 vertebra"]),
        ])
    func levels(_ text: String, _ expected: [String]) throws {
        #expect(try sites(of: text) == [expected])
    }

    @Test("A count, a length or a number of something else is no level")
    func others() throws {
        #expect(try sites(of: "Compression fracture of T7 and 2 nodules.") == [["t7 vertebra"], []])
        #expect(try sites(of: "Fracture of the 4th rib, 2 cm displaced.") == [["fourth rib"]])
        #expect(try sites(of: "Three left rib fractures.") == [[]])
        #expect(try sites(of: "Left rib fractures (2 mm displaced).") == [[]])
    }

    @Test("What modifies a fracture before a list of levels stays its own")
    func modifiers() throws {
        let graph = try extractor.get().graph(of: "Healing 7th and 8th rib fractures.")
        #expect(graph.observations.map { $0.descriptors.map { graph.concept($0.value).name } } == [["healing"]])
    }
}
