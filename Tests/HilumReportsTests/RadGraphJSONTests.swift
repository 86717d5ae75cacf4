import HilumMetrics
import HilumScoring
import Testing

@testable import HilumReports

@Suite struct RadGraphJSONTests {
    private static let entities = """
        {"1":{"tokens":"small","label":"OBS-DP","start_ix":0,"end_ix":0,"relations":[["modify","3"]]},\
        "3":{"tokens":"pleural effusion","label":"Observation::definitely present","start_ix":1,"end_ix":2,"relations":[]}}
        """

    private func annotation(_ text: String) throws -> RadGraphAnnotation {
        try RadGraphAnnotation(json: JSONValue(parsing: Array(text.utf8)))
    }

    @Test(
        "An annotation is read from each of the shapes in use",
        arguments: [
            #"{"entities":\#(entities)}"#,
            #"{"text":"small pleural effusion","entities":\#(entities),"data_source":null,"data_split":"inference"}"#,
            #"{"0":{"text":"small pleural effusion","entities":\#(entities)}}"#,
            #"{"p1/s2.txt":{"entities":\#(entities)}}"#,
        ])
    func shapes(text: String) throws {
        let label = RadGraphLabel(.observation, .present)
        let expected = RadGraphAnnotation(entities: [
            .init(tokens: "small", label: label, range: 0...0, relations: [.init(type: "modify", target: 1)]),
            .init(tokens: "pleural effusion", label: label, range: 1...2),
        ])
        #expect(try annotation(text) == expected)
    }

    @Test("A file of many reports gives each by its id")
    func file() throws {
        let text = #"{"b":{"entities":\#(Self.entities)},"a":{"entities":{}}}"#
        let reports = try RadGraphAnnotation.byReport(json: JSONValue(parsing: Array(text.utf8)))
        #expect(reports.map(\.id) == ["b", "a"])
        #expect(reports.map(\.annotation.entities.count) == [2, 0])
    }

    @Test("What may be left out is left out", arguments: ["null", #"{"entities":{}}"#])
    func empty(text: String) throws {
        #expect(try annotation(text) == RadGraphAnnotation())
    }

    @Test(
        "A value that is no annotation is refused with the place at fault, and nothing of it is quoted",
        arguments: [
            ("[]", "the annotation is an array; an object is expected"),
            ("{}", "the annotation has no \"entities\""),
            (#"{"labeler_1":{},"labeler_2":{}}"#, "the annotation has no \"entities\""),
            (#"{"entities":[]}"#, "the value of \"entities\" is an array; an object is expected"),
            (#"{"entities":{"7":{"label":"OBS-DP"}}}"#, "entity 1 has no \"tokens\""),
            (
                #"{"entities":{"1":{"tokens":"a","label":3}}}"#,
                "the value of \"label\" of entity 1 is a number; a string is expected"
            ),
            (
                #"{"entities":{"1":{"tokens":"a","label":"OBS-DP","relations":[["modify"]]}}}"#,
                "relation 1 of entity 1 is not [type, key of an entity]"
            ),
            (
                #"{"entities":{"1":{"tokens":"a","label":"OBS-DP","relations":[["modify","secret"]]}}}"#,
                "relation 1 of entity 1 leads to no entity of this annotation"
            ),
        ])
    func refused(text: String, message: String) throws {
        #expect(throws: JSONShapeError(message)) { try annotation(text) }
    }

    @Test("What is written is read as the same")
    func roundTrip() throws {
        let annotation = try annotation(#"{"entities":\#(Self.entities)}"#)
        var writer = JSONWriter()
        var report = RadGraphReport(of: .init(ontology: try TinyOntology.make(), text: Array("small pleural-effusion".utf8)))
        #expect(report.text == "small pleural - effusion")
        report.annotation = annotation
        RadGraphJSON.append(report, id: Array("a".utf8), to: &writer)
        #expect(try self.annotation(writer.text) == annotation)
        #expect(
            writer.text == """
                {"id":"a","text":"small pleural - effusion","entities":{\
                "1":{"tokens":"small","label":"Observation::definitely present","start_ix":0,"end_ix":0,"relations":[["modify","2"]]},\
                "2":{"tokens":"pleural effusion","label":"Observation::definitely present","start_ix":1,"end_ix":2,"relations":[]}}}
                """)
    }
}
