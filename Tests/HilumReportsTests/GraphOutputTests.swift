import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("A report graph")
struct GraphOutputTests {
    static let text = "Probable small loculated left pleural effusion, \"increased\", 4.5 mm at the left apex. No pneumothorax."

    /// The span of words in the text above.
    static func span(_ words: String) throws -> TextSpan {
        let range = try #require(text.firstRange(of: words))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return TextSpan(start, start + words.utf8.count)
    }

    static func graph() throws -> ReportGraph {
        let ontology = try TinyOntology.make()
        let effusion = try #require(ontology.concept("finding.pleural-effusion"))
        let pneumothorax = try #require(ontology.concept("finding.pneumothorax"))
        let apex = try #require(ontology.concept("anatomy.lung-apex"))
        let loculated = try #require(ontology.concept("descriptor.loculated"))
        var first = Observation(concept: effusion.id, status: .uncertain, section: .findings, span: try span("pleural effusion"))
        first.sites = [Site(concept: apex.id, laterality: .left, span: try span("left apex"))]
        first.laterality = Stated(.left, span: try span("left"))
        first.size = Stated(.small, span: try span("small"))
        first.change = Stated(.increased, span: try span("increased"))
        first.descriptors = [Stated(loculated.id, span: try span("loculated"))]
        first.measurements = [Measurement(value: 4.5, unit: "mm", millimetres: 4.5, span: try span("4.5 mm"))]
        first.cue = try span("Probable")
        first.likelihood = 0.8
        var second = Observation(concept: pneumothorax.id, status: .absent, section: .findings, span: try span("pneumothorax"))
        second.cue = try span("No")
        return ReportGraph(
            ontology: ontology, text: Array(text.utf8), observations: [first, second],
            comparisons: [Stated(.increased, span: try span("increased"))],
            unasserted: [UnassertedMention(concept: pneumothorax.id, reason: .history, span: try span("pneumothorax"))],
            unrecognised: [try span("apex")], coverage: 0.875)
    }

    @Test("is written as the contract says")
    func json() throws {
        let graph = try Self.graph()
        var writer = JSONWriter()
        GraphJSON(ontology: graph.ontology).append(graph, id: Array("r\"1".utf8), to: &writer)
        let expected = [
            #"{"id":"r\"1","observations":[{"concept":"finding.pleural-effusion","name":"pleural effusion","kind":"finding","#,
            #""status":"uncertain","sites":[{"concept":"anatomy.lung-apex","name":"lung apex","laterality":"left","span":[75,84]}],"#,
            #""laterality":"left","severity":null,"size":"small","change":"increased","#,
            #""measurements":[{"value":4.5,"unit":"mm","millimetres":4.5,"span":[61,67]}],"descriptors":["loculated"],"#,
            #""hedge":"Probable","likelihood":0.8,"section":"findings","text":"pleural effusion","span":[30,46],"#,
            #""codes":{"radlex":["RID34539"],"mesh":["Pleural Effusion"],"chexpert":["Pleural Effusion"]}},"#,
            #"{"concept":"finding.pneumothorax","name":"pneumothorax","kind":"finding","status":"absent","sites":[],"#,
            #""laterality":null,"severity":null,"size":null,"change":null,"measurements":[],"descriptors":[],"#,
            #""hedge":null,"likelihood":null,"section":"findings","text":"pneumothorax","span":[89,101],"#,
            #""codes":{"radlex":["RID5352"],"mesh":[],"chexpert":["Pneumothorax"]}}],"#,
            #""triples":[{"source":"pleural effusion","relation":"located_at","target":"left lung apex"},"#,
            #"{"source":"small","relation":"modify","target":"pleural effusion"},"#,
            #"{"source":"increased","relation":"modify","target":"pleural effusion"},"#,
            #"{"source":"loculated","relation":"modify","target":"pleural effusion"}],"#,
            #""comparisons":[{"change":"increased","text":"increased","span":[49,58]}],"#,
            #""unasserted":[{"concept":"finding.pneumothorax","name":"pneumothorax","kind":"finding","reason":"history","#,
            #""text":"pneumothorax","span":[89,101]}],"#,
            #""implausible":[],"unrecognised":[{"text":"apex","span":[80,84]}],"coverage":0.875}"#,
        ]
        #expect(writer.text == expected.joined())
    }

    @Test("without observations has all its keys")
    func empty() throws {
        let ontology = try TinyOntology.make()
        var writer = JSONWriter()
        GraphJSON(ontology: ontology).append(ReportGraph(ontology: ontology, text: []), id: [], to: &writer)
        #expect(
            writer.text == #"{"id":"","observations":[],"triples":[],"comparisons":[],"unasserted":[],"implausible":[],"#
                + #""unrecognised":[],"coverage":1}"#)
    }

    @Test("is written as triples alone")
    func triples() throws {
        let graph = try Self.graph()
        var writer = JSONWriter()
        GraphJSON(ontology: graph.ontology).appendTriples(graph, id: Array("a".utf8), to: &writer)
        #expect(writer.text.hasPrefix(#"{"id":"a","triples":[{"source":"pleural effusion","relation":"located_at""#))
    }

    @Test("tells where a device ends, how many there are, and which length is an earlier one")
    func device() throws {
        let ontology = try Ontology(rows: [
            "concepts/devices.tsv": ["device.picc|picc||minor|-|||-|-"],
            "concepts/anatomy.tsv": [
                "anatomy.vein|vein|||||", "anatomy.rib|rib|||||", "anatomy.rib-4|fourth rib|anatomy.rib||||",
            ],
            "concepts/levels.tsv": ["anatomy.rib-4|anatomy.rib|4|4"],
        ])
        var observation = Observation(
            concept: try #require(ontology.concept("device.picc")).id, status: .present, span: TextSpan(0, 4))
        let vein = Site(concept: try #require(ontology.concept("anatomy.vein")).id, span: TextSpan(5, 9))
        observation.sites = [vein, Site(concept: try #require(ontology.concept("anatomy.rib-4")).id, span: TextSpan(5, 9))]
        observation.count = Stated(.exactly(2), span: TextSpan(0, 1))
        let length = Measurement(value: 2, unit: "cm", millimetres: 20, isPrior: true, span: TextSpan(0, 1))
        observation.measurements = [length]
        observation.tip = DevicePosition(sites: [vein], relation: .above, isVisible: false, span: TextSpan(0, 4))
        observation.placement = Stated(.malpositioned, span: TextSpan(0, 4))
        var writer = JSONWriter()
        let graph = ReportGraph(ontology: ontology, text: Array("picc vein".utf8), observations: [observation])
        GraphJSON(ontology: ontology).append(graph, id: [], to: &writer)
        let json = String(decoding: writer.bytes, as: UTF8.self)
        for part in [
            #""millimetres":20,"prior":true,"span":[0,1]}],"count":2,"#, #""name":"fourth rib","level":"4","laterality":null"#,
            #""tip":{"sites":[{"concept":"anatomy.vein","name":"vein","laterality":null,"span":[5,9]}],"relation":"above","#
                + #""visible":false,"span":[0,4]},"placement":"malpositioned","#,
        ] { #expect(json.contains(part), "\(json)") }
    }

    @Test("is written as CSV, a row an observation, under as many columns")
    func csv() throws {
        let graph = try Self.graph()
        var writer = CSVWriter()
        writer.row(GraphCSV.header)
        GraphCSV.append(graph, id: Array("a,1".utf8), to: &writer)
        let lines = writer.text.split(separator: "\n")
        #expect(
            lines.dropFirst() == [
                "\"a,1\",finding.pleural-effusion,pleural effusion,finding,uncertain,left lung apex,left,,small,increased,4.5 mm,loculated,"
                    + "Probable,findings,pleural effusion,30,46,RID34539,Pleural Effusion,Pleural Effusion,,,",
                "\"a,1\",finding.pneumothorax,pneumothorax,finding,absent,,,,,,,,,findings,pneumothorax,89,101,RID5352,,Pneumothorax,,,",
            ])
        let folder = try TemporaryFolder()
        let reader = try RowReader(path: folder.file("g.csv", writer.bytes))
        try reader.select(["start", "chexpert"])
        #expect(try reader.next()?.cells == [Array("30".utf8), Array("Pleural Effusion".utf8)])
        #expect(try reader.next() != nil)
        #expect(try reader.next() == nil)
    }
}
