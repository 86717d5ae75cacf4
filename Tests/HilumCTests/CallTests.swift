import CHilum
import Foundation
import Hilum
import HilumC
import HilumTestSupport
import Testing

@Suite("The library for C")
struct CallTests {
    private let calls: Calls

    init() throws {
        calls = try Calls.shared.get()
    }

    @Test("names the version of the command")
    func version() {
        #expect(String(cString: hilum_version()) == HilumVersion.current)
    }

    @Test("reads and scores blank texts, given as NULL or not")
    func blank() throws {
        for text in [[], [UInt8(ascii: " ")]] {
            #expect(try #require(calls.extract(text).answer).hasPrefix(#"{"id":"1","observations":[]"#))
            let score = try #require(calls.score(reference: text, candidate: text, #"{"metrics":"green"}"#).answer)
            #expect(
                score.hasPrefix(#"{"id":"1","green":1,"matched_findings":0,"coverage":{"reference":1,"candidate":1},"#),
                "\(score)")
        }
    }

    @Test("reads texts that hold NUL")
    func nul() throws {
        let graph = try #require(calls.extract("No effusion.\0Pneumothorax.", #"{"id":7}"#).answer)
        #expect(graph.hasPrefix(#"{"id":"7","#))
        #expect(graph.contains("finding.pneumothorax"))
    }

    @Test(
        "says where a text is no UTF-8",
        arguments: [([0xFF], 0), ([0x61, 0xC3], 1), ([0x61, 0, 0xC3, 0, 0x62], 2), ([0xED, 0xA0, 0x80], 0)] as [([UInt8], Int)])
    func invalid(text: [UInt8], offset: Int) throws {
        let fault = "the byte at offset \(offset) is no UTF-8"
        #expect(calls.extract(text).error == "the text: \(fault)")
        #expect(calls.score(reference: text, candidate: []).error == "the reference: \(fault)")
        #expect(calls.score(reference: [], candidate: text).error == "the candidate: \(fault)")
        // As the command answers a line.
        let answer = try #require(calls.reward(text).answer)
        #expect(answer.hasPrefix(#"{"error":"byte "#) && answer.hasSuffix(#","line":1}"#), "\(answer)")
    }

    @Test(
        "refuses options that are none",
        arguments: [
            ("{", "the options: byte 2: malformed JSON: a key in quotes is expected"),
            ("", "the options: byte 1: malformed JSON: a value is expected"),
            ("7", "the options are a number; an object is expected, or NULL"),
            (#"{"ids":"a"}"#, "there is no option 'ids'; the options are id, format"),
            (#"{"id":["a"]}"#, "the option 'id' is an array; a text is expected"),
            (#"{"format":"csv"}"#, "the option 'format' has to be one of jsonl, triples, mesh, chexpert, radgraph"),
        ])
    func options(options: String, message: String) {
        #expect(calls.extract("No effusion.", options).error == message)
    }

    @Test(
        "refuses options of rewards that do not go together",
        arguments: [
            #"{"graphs":true,"mode":"hilum"}"#, #"{"graphs":true,"advantages":true}"#, #"{"group_size":8}"#,
            #"{"advantages":true,"group_size":1}"#, #"{"weights":"answer=-1"}"#, #"{"mode":"best"}"#, #"{"brief":1}"#,
            #"{"advantages":true,"group_size":2.5}"#, #"{"metrics":"kg"}"#,
        ])
    func rewardOptions(options: String) {
        let outcome = calls.reward(#"{"completions":["No effusion."],"solution":"No effusion."}"#, options)
        #expect(outcome.error?.contains("option") == true, "\(outcome)")
    }

    @Test("says that a handle, an ontology or a text is not there")
    func missing() throws {
        #expect(Calls.outcome { hilum_extract(nil, "a", 1, nil, $0) }.error == "the handle is NULL; hilum_open gives one")
        #expect(Calls.outcome { hilum_score(nil, "a", 1, "a", 1, nil, $0) }.error == "the handle is NULL; hilum_open gives one")
        #expect(Calls.outcome { hilum_reward(nil, "{}", 2, nil, $0) }.error == "the handle is NULL; hilum_open gives one")
        var error: UnsafeMutablePointer<CChar>?
        #expect(hilum_open(#"{"ontology":"/nowhere"}"#, &error) == nil)
        #expect(String(cString: try #require(error)).hasPrefix("cannot read /nowhere"))
        hilum_free(error)
        // Who wants no message gets none, and who has nothing to give back may say so.
        #expect(hilum_open(#"{"with":["/nowhere"]}"#, nil) == nil)
        hilum_free(nil)
        hilum_close(nil)
    }

    @Test("refuses a length that no text has")
    func lengths() throws {
        let handle = try #require(hilum_open(nil, nil))
        defer { hilum_close(handle) }
        #expect(Calls.outcome { hilum_extract(handle, nil, 3, nil, $0) }.error == "the text is NULL, and its length is 3")
        for count in [-1, 1 << 28 + 1] {
            #expect(Calls.outcome { hilum_extract(handle, "a", count, nil, $0) }.error == "the text has more than 256 MiB")
            #expect(Calls.outcome { hilum_reward(handle, "a", count, nil, $0) }.error == "the request has more than 256 MiB")
        }
    }

    @Test("gives any number of threads at a time what it gives one")
    func threads() {
        let texts = (0..<64).map { "Effusion of \($0) mm. No pneumothorax. Heart \($0 % 2 == 0 ? "enlarged" : "normal")." }
        let expected = texts.map { calls.extract($0) }
        let scores = texts.map { calls.score(reference: texts[0], candidate: $0) }
        DispatchQueue.concurrentPerform(iterations: 8 * texts.count) { number in
            let index = number % texts.count
            #expect(calls.extract(texts[index]) == expected[index])
            #expect(calls.score(reference: texts[0], candidate: texts[index]) == scores[index])
        }
    }

    @Test(
        "serves Python by ctypes: texts, errors, threads, a child process, and memory that does not grow with the calls",
        .enabled(if: Library.python != nil, "there is no Python"))
    func python() throws {
        let script = Library.root.appending(path: "Tests/HilumCTests/Programs/check.py").path
        let outcome = try Library.run(try #require(Library.python), ["-B", script, Library.file.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("serves a training loop in Python", .enabled(if: Library.python != nil, "there is no Python"))
    func trainingLoop() throws {
        let loop = Library.root.appending(path: "Examples/python/stand_in_loop.py").path
        let outcome = try Library.run(try #require(Library.python), ["-B", loop, Library.file.path, "100"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("the policy prefers: <think>Small left-sided effusion."))
    }
}
