import HilumReports
import Testing

@Suite("A request for a reward")
struct RewardRequestTests {
    private func request(_ line: String, isOfGraphs: Bool = false) throws(RequestError) -> RewardRequest {
        try RewardRequest(parsing: Array(line.utf8), isOfGraphs: isOfGraphs)
    }

    private func texts(_ request: RewardRequest) -> [[String]] {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        return switch request.content {
        case .pair(let completion, let solution): [[text(completion)], [text(solution)]]
        case .group(let completions, let solutions): [completions.map(text), solutions.map(text)]
        case .graphs: []
        }
    }

    @Test(
        "has texts, chats or lists of them",
        arguments: [
            (#"{"completion":"a","solution":"b"}"#, [["a"], ["b"]]),
            (
                #"{"completion":[{"role":"user","content":"x"},{"role":"assistant","content":"a"}],"solution":"b"}"#,
                [["a"], ["b"]]
            ),
            (
                #"{"completion":"a","solution":[{"role":"assistant","content":[{"type":"text","text":"b"},{"type":"image"}]}]}"#,
                [["a"], ["b"]]
            ),
            (#"{"completions":["a","c"],"solution":"b"}"#, [["a", "c"], ["b"]]),
            (#"{"completions":[[{"content":"a"}],"c"],"solutions":["b","d"]}"#, [["a", "c"], ["b", "d"]]),
        ])
    func reads(line: String, expected: [[String]]) throws {
        #expect(texts(try request(line)) == expected)
    }

    @Test("that cannot be served keeps its id for the answer", arguments: [false, true])
    func idOfError(isOfGraphs: Bool) {
        let error = #expect(throws: RequestError.self) { try request(#"{"id":7,"completion":5}"#, isOfGraphs: isOfGraphs) }
        #expect(error?.id == .number(digits: Array("7".utf8)))
    }

    @Test("keeps the id as it is written")
    func id() throws {
        #expect(try request(#"{"id":7.0,"completion":"a","solution":"b"}"#).id == .number(digits: Array("7.0".utf8)))
    }

    @Test(
        "that lacks something says what",
        arguments: [
            ("[]", "an object is expected"), ("{", "malformed JSON"), (#"{"solution":"b"}"#, "'completion' is missing"),
            (#"{"completion":"a"}"#, "'solution' is missing"), (#"{"completion":7,"solution":"b"}"#, "'completion' is a number"),
            (#"{"completions":"a","solution":"b"}"#, "'completions' is a string"),
            (#"{"completions":[],"solution":"b"}"#, "empty"),
            (#"{"completions":["a",null],"solution":"b"}"#, "'completions[1]' is null"),
            (#"{"completions":["a","b","c"],"solutions":["b","d"]}"#, "3 completions, but 2 solutions"),
            (#"{"completion":[{"role":"user"}],"solution":"b"}"#, "'role' and 'content'"),
        ])
    func refuses(line: String, words: String) throws {
        let error = try #require(throws: RequestError.self) { try request(line) }
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("may be of graphs")
    func graphs() throws {
        let graph =
            #"{"entities":{"e":"disorder_present"},"relations":[{"source_entity":"e","target_entity":"l","type":"located_at"}]}"#
        guard
            case .graphs(let candidate, let reference) = try request(
                #"{"prediction":\#(graph),"reference":{"entities":{}}}"#, isOfGraphs: true
            ).content
        else { throw CancellationError() }
        #expect(candidate.entities == ["e": "disorder_present"])
        #expect(candidate.relations.count == 1)
        #expect(reference.entities.isEmpty && reference.relations.isEmpty)
    }

    @Test(
        "of graphs that are none says what is wrong",
        arguments: [
            (#"{"prediction":{"entities":{}}}"#, "'reference' is missing"),
            (#"{"prediction":{},"reference":{"entities":{}}}"#, "'prediction.entities' is missing"),
            (#"{"prediction":{"entities":[]},"reference":{"entities":{}}}"#, "'prediction.entities' is an array"),
            (#"{"prediction":{"entities":{"e":1}},"reference":{"entities":{}}}"#, "each entity has a type"),
            (
                #"{"prediction":{"entities":{},"relations":[{"type":"x"}]},"reference":{"entities":{}}}"#,
                "relations[0].source_entity"
            ),
        ])
    func refusesGraphs(line: String, words: String) throws {
        let error = try #require(throws: RequestError.self) { try request(line, isOfGraphs: true) }
        #expect(error.description.contains(words), "\(error)")
    }
}
