import HilumReports
import HilumTestSupport
import Testing

@Suite("Baseline")
struct BaselineTests {
    private static let reports = [
        Made.Report(id: "b", reward: 0.5, errors: ["edema"]), Made.Report(id: "a \"1\"", reward: 1, hasEdema: false),
    ]

    @Test("has a report a line, sorted by id, without a text, and the same bytes in whatever order the reports came")
    func lines() {
        let text = Made.text(Made.checked(Self.reports))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix(#"{"format":"hilum-baseline","format_version":1,"signature":"hilum:0|"#))
        let hash = "reference_hash\":\"\(TextHash(of: "Same.".utf8).hexadecimal)"
        #expect(lines[1].hasPrefix(#"{"id":"a \"1\"",""#) && lines[1].contains(hash))
        #expect(
            lines[2].hasSuffix(
                #""scores":{"kg_reward":0.5,"clinically_significant_errors":1},"chexpert":{"reference":{"Edema":1},"#
                    + #""candidate":{"Edema":1}},"errors":[{"category":"omission_finding","significant":true,"finding":"edema"}]}"#
            ))
        #expect(lines[3] == "]}")
        #expect(!text.contains("Same."))
        #expect(Made.text(Made.checked(Self.reports.reversed())) == text)
    }

    @Test("is read as it was written, whatever the layout and the order of its members, and members that are new")
    func layout() throws {
        let text = Made.text(Made.checked(Self.reports))
        let start = try #require(text.firstRange(of: "\"reports\":"))
        let list = text[start.lowerBound...].dropLast(2)
        let moved =
            "\u{FEFF}{ \(list),\n\"more\": [1], \"signature\": \"\(Made.signature)\", \"format_version\": 1.0, "
            + "\"format\": \"hilum-baseline\" }"
        for text in [text, moved, text.replacing(",", with: " ,\r\n\t")] {
            let baseline = try Made.baseline(text: text)
            #expect(baseline.signature == Made.signature)
            #expect(baseline.scores.ids.map { String(decoding: $0, as: UTF8.self) } == ["a \"1\"", "b"])
            #expect(baseline.scores.value(of: "kg_reward", at: 1) == 0.5)
            #expect(baseline.scores.value(of: "candidate Edema", at: 1) == 1)
            #expect(baseline.scores.value(of: "candidate Edema", at: 0) == nil)
        }
    }

    @Test(
        "that is damaged or changed by hand is refused, with its line and what is wrong",
        arguments: [
            (#""id":"b""#, #""id":3"#, 3, "the id is a number"),
            (#""id":"b""#, #""id":"a \"1\"""#, 3, "its id stands there twice"),
            (#""kg_reward":0.5"#, #""kg_reward":1.5"#, 3, "kg_reward is no number that it can have"),
            (#""kg_reward":0.5"#, #""kg_reward":1e999"#, 3, "kg_reward is no number that it can have"),
            (#""kg_reward":0.5"#, #""kg_reward":"0.5""#, 3, "kg_reward is no number that it can have"),
            (#"errors":1"#, #"errors":1e9"#, 3, "clinically_significant_errors is no number"),
            (#""candidate":{"Edema":1}"#, #""candidate":{"Edema":2}"#, 3, "Edema is not 1, 0 or -1"),
            (#""candidate":{"#, #""candidates":{"#, 2, "\"chexpert\" has no \"candidate\""),
            (#""omission_finding""#, #""omission""#, 3, "an error has no category"),
            (#""significant":true"#, #""significant":1"#, 3, "\"significant\" of an error"),
            ("\"reference_hash\":\"", "\"reference_hash\":\"0", 2, "32 hexadecimal digits"),
            ("\n]}\n", "\n", 4, "a comma or a closing bracket is expected"),
            ("{\"id\":\"b\"", "<<<<<<< HEAD\n{\"id\":\"b\"", 3, "a value is expected"),
            (#""signature":"#, #""signatures":"#, 5, "it has no \"signature\""),
            (#""reports":["#, #""report":["#, 5, "it has no \"reports\""),
            (#""reports":["#, #""reports":[],"reports":["#, 1, "a key stands twice"),
        ])
    func damaged(words: String, others: String, line: Int, says: String) throws {
        let text = Made.text(Made.checked(Self.reports))
        try #require(text.contains(words))
        #expect {
            try Made.baseline(
                text: text.replacing(words, with: others, maxReplacements: words.hasPrefix("\"reference") ? 1 : .max))
        } throws: { error in
            guard let error = error as? BaselineError, case .invalid(_, line, let reason) = error else { return false }
            return reason.contains(says) && !error.isReplaceable
        }
    }

    @Test(
        "Anything else is no baseline, and never written over",
        arguments: [
            "", "{}", "[]", "id,reference\na,b\n", "{\"format\":\"other\"}", "{\"format\":{}}",
            "{\"format\":\"hilum-baseline\"\0}",
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
        ])
    func others(text: String) throws {
        #expect {
            try Made.baseline(text: text)
        } throws: { error in
            guard case .notBaseline = error as? BaselineError else { return false }
            return (error as? BaselineError)?.isReplaceable == false
        }
    }

    @Test("of another form of the file is refused by its number, whatever else is in it", arguments: ["2", "\"x\"", "null"])
    func otherForm(version: String) throws {
        let text = "{\"format\":\"hilum-baseline\",\"format_version\":\(version),\"reports\":{}}"
        #expect {
            try Made.baseline(text: text)
        } throws: { error in
            guard let error = error as? BaselineError, case .otherFormat = error else { return false }
            return error.isReplaceable && "\(error)".contains("reads format 1")
        }
    }

    @Test("that is not there is told apart from one that cannot be read")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: BaselineError.missing(file: folder.path + "/none.json")) {
            try Baseline(path: folder.path + "/none.json")
        }
        #expect(throws: InputError.self) { try Baseline(path: folder.path) }
    }

    @Test("with bytes changed at random is read or refused with its place", arguments: 1...4)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let original = Array(Made.text(Made.checked(Self.reports)).utf8)
        let bytes = Array("{}[]\",:0-e\\n\u{0}\u{7F}".utf8) + [0xC3, 0xFF]
        let folder = try TemporaryFolder()
        var refused = 0
        for _ in 0..<250 {
            var mutated = original
            for _ in 0...generator.index(below: 3) {
                let place = generator.index(below: mutated.count)
                switch generator.index(below: 4) {
                case 0: mutated[place] = bytes[generator.index(below: bytes.count)]
                case 1: mutated.remove(at: place)
                case 2: mutated.insert(bytes[generator.index(below: bytes.count)], at: place)
                default: mutated.removeSubrange(place..<Swift.min(mutated.count, place + generator.index(below: 40)))
                }
            }
            do {
                let baseline = try Baseline(path: try folder.file("b.json", mutated))
                #expect(baseline.scores.ids.count <= 2)
            } catch {
                refused += 1
                #expect(error is BaselineError)
                if case .invalid(_, let line, _) = error as? BaselineError { #expect((1...6).contains(line)) }
            }
        }
        #expect(refused > 100)
    }
}
