import HilumScoring
import Testing

@testable import HilumReports

@Suite("Written preference pairs and hard examples")
struct PreferenceOutputTests {
    private static let error = FactualityError(
        category: .omissionFinding, isSignificant: true, finding: "edema", reference: Quotation(text: "Edema", span: .init(0, 5)),
        candidate: nil, explanation: "left out")
    private static let pair = PreferencePair(
        chosen: ScoredCandidate(text: Array("Edema.".utf8), reward: 1, content: nil),
        rejected: ScoredCandidate(text: Array("Clear.".utf8), reward: 0.25, content: nil, errors: [error]))

    private static func text(_ prompt: PreferencePrompt, _ dialect: PreferenceJSON.Dialect = .trl, hasReason: Bool = false)
        -> String
    {
        var writer = JSONWriter()
        PreferenceJSON(dialect: dialect).append(pair, of: prompt, hasReason: hasReason, to: &writer)
        return writer.text
    }

    @Test("have every key, whether there is something to say or not")
    func keys() throws {
        #expect(
            Self.text(PreferencePrompt(id: [0x61]))
                == #"{"id":"a","prompt":"","chosen":"Edema.","rejected":"Clear.","image_ids":[],"#
                + #""task_name":null,"reward_chosen":1,"reward_rejected":0.25,"margin":0.75,"reason":null}"#)
        let full = PreferencePrompt(
            id: [0x61], prompt: .string([0x51]), images: [.string([0x69]), .number(digits: [0x37])], task: [0x74],
            passed: Array(#""k":1"#.utf8))
        let text = Self.text(full, .chexpo, hasReason: true)
        #expect(text.hasPrefix(#"{"id":"a","question":"Q","chosen""#))
        #expect(text.contains(#""image_ids":["i",7],"task_name":"t","#))
        #expect(text.contains(#""reason":{"explanation":"significant omitted finding: edema: left out","errors":[{"category""#))
        #expect(text.hasSuffix(#"}]},"k":1}"#))
        for dialect in PreferenceJSON.Dialect.allCases {
            guard case .object(let members) = try JSONValue(parsing: Array(Self.text(full, dialect).utf8)) else { continue }
            #expect(members.map(\.key) == PreferenceJSON(dialect: dialect).keys + ["k"])
        }
    }

    @Test("answer a chat with a chat")
    func chat() throws {
        let chat = try JSONValue(parsing: Array(#"[{"role": "user", "content": "Describe."}]"#.utf8))
        let value = try JSONValue(parsing: Array(Self.text(PreferencePrompt(id: [], prompt: chat)).utf8))
        #expect(value["prompt"] == chat)
        #expect(
            value["chosen"]
                == .array([
                    .object([
                        .init(key: "role", value: .string(Array("assistant".utf8))),
                        .init(key: "content", value: .string(Array("Edema.".utf8))),
                    ])
                ]))
    }

    @Test("are of one prompt where words and images are the same; of none where neither is known")
    func promptKeys() {
        func key(_ prompt: String?, _ images: [String] = []) -> [UInt8]? {
            PreferencePrompt(
                id: [], prompt: prompt.map { .string(Array($0.utf8)) }, images: images.map { .string(Array($0.utf8)) }
            ).key(of: Self.pair)
        }
        #expect(key(nil) == nil)
        #expect(key("Describe it.", ["a"]) == key(" describe  it.", ["a"]))
        #expect(key("Describe it.", ["a"]) != key("Describe it.", ["b"]))
        #expect(key("Describe it.") != key("Describe that."))
        #expect(key(nil, ["a"]) != nil)
    }

    @Test("repeat a JSON value without its white space")
    func values() throws {
        let text = #"{ "a" : [ 1.50 , -2e3, true, false, null, "x\ny" ] , "b" : { } , "c" : [ ] }"#
        var writer = JSONWriter()
        writer.value(try JSONValue(parsing: Array(text.utf8)))
        #expect(writer.text == #"{"a":[1.50,-2e3,true,false,null,"x\ny"],"b":{},"c":[]}"#)
    }

    @Test("have the row, its reward and why it is hard")
    func hard() {
        var writer = JSONWriter()
        let row = Row(id: [0x61], number: 1, line: 1, cells: [], passed: Array(#""id":"a""#.utf8))
        let example = HardExample(stratum: ["Edema"], reward: 0.5, id: row.id, number: 1)
        HardExampleJSON.append(row, example, reasons: [.unsure, .significantError], rewards: [0, 1], errors: [], to: &writer)
        #expect(
            writer.text == #"{"id":"a","reward":0.5,"why":{"reasons":["unsure","significant_error"],"stratum":["Edema"],"#
                + #""rewards":[0,1],"errors":[]}}"#)
    }
}
