import Foundation
import Testing

@Suite("hilum score --task radgraph")
struct RadGraphTaskTests {
    private static let effusion =
        #"{"entities":{"1":{"tokens":"small","label":"OBS-DP","relations":[["modify","2"]]},"2":{"tokens":"effusion","label":"OBS-DP"}}}"#
    private static let denied =
        #"{"0":{"text":"no effusion","entities":{"1":{"tokens":"effusion","label":"Observation::definitely absent","relations":[]}}}}"#

    @Test("Annotations are read from objects and from JSON text, and a blank one scores 0")
    func rows() throws {
        let text = Self.effusion.replacing("\"", with: "\\\"")
        let input = """
            {"id":"same","ours":\(Self.effusion),"theirs":"\(text)"}
            {"id":"flipped","ours":\(Self.denied),"theirs":\(Self.effusion)}
            {"id":"blank","ours":null,"theirs":{"entities":{}}}
            """
        let (outcome, summary) = try runTask("radgraph", ["--candidate", "ours", "--reference", "theirs"], input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        for name in ["radgraph_simple", "radgraph_partial", "radgraph_complete"] {
            #expect(objects.map { $0[name] as? Double } == [1, 0, 0])
            #expect(mean(name, summary) == 0.333333)
        }
        #expect((summary?["signature"] as? String)?.contains("|task:radgraph|empty:0|") == true)
    }

    @Test("What is no annotation is an error with line and column, which quotes nothing")
    func refused() throws {
        let input = "{\"c\":\(Self.effusion),\"r\":\(Self.effusion)}\n{\"c\":\(Self.effusion),\"r\":\"secret\"}\n"
        let (outcome, _) = try runTask("radgraph", ["--candidate", "c", "--reference", "r"], input: input)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("standard input:2: "))
        #expect(outcome.errors.contains("'r'"))
        #expect(!outcome.errors.contains("secret"))
    }
}
