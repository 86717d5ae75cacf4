import Foundation
import HilumTestSupport
import Testing

@Suite("hilum reward")
struct RewardCommandTests {
    private func rewards(_ lines: [String], _ options: String...) throws -> [[String: Any]] {
        let outcome = try HilumProcess.runWithOntology(["reward"] + options, input: lines.joined(separator: "\n") + "\n")
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try outcome.lines.map { try HilumProcess.object($0) }
    }

    private static let pair =
        #"{"id":1,"completion":"<think>No effusion.</think><answer>no</answer>","solution":"<think>No effusion.</think><answer>no</answer>"}"#

    @Test("answers each line with reward, parts, reasons and a signature")
    func answers() throws {
        let answer = try #require(try rewards([Self.pair]).first)
        #expect(answer["reward"] as? Double == 1)
        #expect(answer["answer"] as? Double == 1)
        #expect(answer["kg"] as? Double == 1)
        #expect(answer["format"] as? Double == 1)
        #expect(answer["id"] as? Int == 1)
        #expect((answer["errors"] as? [Any])?.isEmpty == true)
        let steps = try #require(answer["steps"] as? [[String: Any]])
        #expect(steps.map { $0["text"] as? String } == ["No effusion"])
        #expect((answer["signature"] as? String)?.contains("|mode:hilum|weights:answer=0.5,kg=0.5,format=0.0") == true)
    }

    @Test(
        "serves the lines behind one that it cannot read",
        arguments: ["not json", "{}", #"{"completion":7,"solution":""}"#, #"{"id":1,"completion":""}"#, "\u{0}"])
    func goesOn(line: String) throws {
        let answers = try rewards([Self.pair, line, Self.pair])
        #expect(answers.count == 3)
        #expect(answers[1]["error"] is String)
        #expect(answers[1]["line"] as? Int == 2)
        #expect((answers[1]["id"] as? Int == 1) == line.contains("id"))
        #expect(answers[2]["reward"] as? Double == 1)
    }

    @Test("prints what the README shows")
    func readme() throws {
        let root = URL(filePath: HilumProcess.tables).deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let outcome = try HilumProcess.runWithOntology([
            "reward", "--advantages", "--brief", root.appending(path: "Fixtures/completions.jsonl").path,
        ])
        let answer = try #require(outcome.lines.first)
        let shown = try #require(answer.range(of: #","signature""#).map { answer[..<$0.lowerBound] })
        #expect(readme.replacing(/\n +/, with: "").contains(shown))
    }

    @Test("answers before it is given the next line")
    func conversation() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = HilumProcess.executable
        process.arguments = ["reward", "--brief", "--ontology", try HilumProcess.ontology.get()]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for _ in 0..<3 {
            input.fileHandleForWriting.write(Data((Self.pair + "\n").utf8))
            let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(answer.hasPrefix(#"{"id":1,"reward":1,"#), "\(answer)")
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("rewards a group against one solution, with the advantages that GRPO takes")
    func group() throws {
        let line = #"{"completions":["No effusion.","Large effusion.","No effusion."],"solution":"No effusion."}"#
        let answer = try #require(try rewards([line], "--advantages", "--brief").first)
        let values = try #require(answer["rewards"] as? [Double])
        let advantages = try #require(answer["advantages"] as? [Double])
        #expect(values[0] == 1 && values[1] < 0.5 && values[2] == 1)
        // Mean, and sd of a sample, of two ones and x.
        let mean = (2 + values[1]) / 3
        let deviation = (((1 - mean) * (1 - mean) * 2 + (values[1] - mean) * (values[1] - mean)) / 2).squareRoot()
        #expect(abs(advantages[0] - (1 - mean) / (deviation + 1e-4)) < 1e-5)
        #expect((answer["results"] as? [[String: Any]])?.count == 3)
    }

    @Test("forms groups of a batch by --group-size and gives none to one without spread")
    func groups() throws {
        let line = #"{"completions":["a","a","No effusion.","Effusion."],"solution":["a","a","No effusion.","No effusion."]}"#
        let answer = try #require(try rewards([line], "--advantages", "--group-size", "2").first)
        let advantages = try #require(answer["advantages"] as? [Any])
        #expect(advantages[0] is NSNull && advantages[1] is NSNull)
        #expect((advantages[2] as? Double ?? 0) > 0.7 && (advantages[3] as? Double ?? 0) < -0.7)
        #expect(try rewards([line], "--advantages", "--group-size", "3").first?["error"] is String)
        #expect(try rewards([Self.pair], "--advantages").first?["error"] is String)
    }

    @Test("compares given graphs as CheXPO-v2 does", arguments: ["chexpo", "chexpo-f1"])
    func graphs(mode: String) throws {
        let prediction =
            #"{"entities":{"e":"disorder_present","l":"anatomy"},"relations":[{"source_entity":"e","target_entity":"l","type":"located_at"}]}"#
        let reference =
            #"{"entities":{"e":"disorder_present","l":"concept"},"relations":[{"source_entity":"e","target_entity":"l","type":"located_at"},{"source_entity":"e","target_entity":"l","type":"modify"}]}"#
        let line = #"{"prediction":\#(prediction),"reference":\#(reference)}"#
        let answer = try #require(try rewards([line], "--mode", mode, "--graphs").first)
        // Entities: {e} of {e, l anatomy, l concept}: IoU 1/3, F1 2/4. Relations: 1 of 2: IoU 1/2, F1 2/3.
        #expect(abs((answer["entity_iou"] as? Double ?? -1) - 1 / 3) < 1e-6)
        #expect(answer["relation_iou"] as? Double == 0.5)
        let value = mode == "chexpo" ? (1.0 / 3 + 0.5) / 2 : (0.5 + 2.0 / 3) / 2
        #expect(abs((answer["reward"] as? Double ?? -1) - value) < 1e-6)
    }

    @Test(
        "refuses what does not go together",
        arguments: [
            ["--graphs", "--mode", "hilum"], ["--graphs", "--advantages"], ["--group-size", "8"],
            ["--advantages", "--group-size", "1"],
            ["--weights", "answer=-1"], ["--weights", "answer=0,kg=0"], ["--weights", "x=1"],
            ["--weights", "kg=1,kg=2"], ["--weights", "kg=1e308"], ["--mode", "best"],
        ])
    func usage(options: [String]) throws {
        #expect(try HilumProcess.runWithOntology(["reward"] + options, input: "").status == 64)
    }

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test("serves a training loop in Python over its pipe", .enabled(if: python != nil, "there is no Python"))
    func trainingLoop() throws {
        let loop = URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(
            path: "Examples/python/stand_in_loop.py"
        ).path
        let outcome = try HilumProcess.run(
            ["-B", loop, HilumProcess.executable.path, "100"], executable: Self.python ?? "python3")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("the policy prefers: <think>Small left-sided effusion."))
    }
}
