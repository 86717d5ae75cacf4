import CHilum
import Foundation
import HilumC
import Testing

/// What the library for C answers is what the command writes for the same row.
@Suite("A line of the library for C")
struct LibraryLineTests {
    private static let pairs = URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(
        path: "Fixtures/pairs.jsonl")

    private struct Pair: Decodable {
        var id: String
        var reference: String
        var candidate: String
    }

    private static func read() throws -> [Pair] {
        try String(contentsOf: pairs, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Pair.self, from: Data($0.utf8)) }
    }

    private static func open() throws -> OpaquePointer {
        try #require(hilum_open(#"{"ontology":"\#(try HilumProcess.ontology.get())"}"#, nil))
    }

    /// Frees what a function gave.
    private static func line(_ answer: UnsafeMutablePointer<CChar>?) throws -> String {
        defer { hilum_free(answer) }
        return String(cString: try #require(answer))
    }

    @Test("is that of extract in every format", arguments: ["jsonl", "triples", "mesh", "chexpert", "radgraph"])
    func extract(format: String) throws {
        let outcome = try HilumProcess.runWithOntology([
            "extract", Self.pairs.path, "--id", "id", "--text", "reference", "--format", format, "--allow-duplicate-ids",
        ])
        let handle = try Self.open()
        defer { hilum_close(handle) }
        let lines = try Self.read().map { pair in
            try Self.line(
                hilum_extract(
                    handle, pair.reference, pair.reference.utf8.count, #"{"id":"\#(pair.id)","format":"\#(format)"}"#, nil))
        }
        #expect(!lines.isEmpty && lines == outcome.lines.map(String.init), "\(outcome.errors)")
    }

    @Test("is that of score", arguments: ["all", "kg,green", "lexical"])
    func score(metrics: String) throws {
        let outcome = try HilumProcess.runWithOntology([
            "score", Self.pairs.path, "--id", "id", "--reference", "reference", "--candidate", "candidate", "--metrics", metrics,
            "--format", "jsonl",
        ])
        let handle = try Self.open()
        defer { hilum_close(handle) }
        let lines = try Self.read().map { pair in
            try Self.line(
                hilum_score(
                    handle, pair.reference, pair.reference.utf8.count, pair.candidate, pair.candidate.utf8.count,
                    #"{"id":"\#(pair.id)","metrics":"\#(metrics)"}"#, nil))
        }
        #expect(!lines.isEmpty && lines == outcome.lines.map(String.init), "\(outcome.errors)")
    }

    @Test(
        "is that of reward, errors included",
        arguments: [
            ([], "{}"), (["--brief", "--mode", "chexpo-f1"], #"{"brief":true,"mode":"chexpo-f1"}"#),
            (["--weights", "answer=0.2,kg=0.8"], #"{"weights":"answer=0.2,kg=0.8"}"#),
            (["--advantages", "--group-size", "2"], #"{"advantages":true,"group_size":2}"#), (["--graphs"], #"{"graphs":true}"#),
        ])
    func reward(arguments: [String], options: String) throws {
        let requests = [
            #"{"id":1,"completion":"<think>No effusion.</think><answer>no</answer>","solution":"<think>Effusion.</think><answer>yes</answer>"}"#,
            #"{"id":"b","completions":["Edema.","Mild edema.","","Nodule."],"solution":"Mild edema. No nodule."}"#,
            #"{"prediction":{"entities":{"e":"disorder_present"},"relations":[]},"reference":{"entities":{},"relations":[]}}"#,
            #"{"id":3,"completion":7,"solution":""}"#, "no JSON", "{}",
        ]
        let handle = try Self.open()
        defer { hilum_close(handle) }
        for request in requests {
            let outcome = try HilumProcess.runWithOntology(["reward"] + arguments, input: request + "\n")
            let line = try Self.line(hilum_reward(handle, request, request.utf8.count, options, nil))
            #expect([line] == outcome.lines.map(String.init))
        }
    }
}
