import Foundation
import HilumTestSupport
import Testing

@Suite("hilum mine")
struct MineCommandTests {
    /// Six in ten rows are about effusion, three about pneumothorax, one about a mass; every second one is wrong.
    static let rows =
        "id,type,reference,candidate,sure\n"
        + (0..<100).map { number in
            let (type, finding) =
                switch number % 10 {
                case 0..<6: ("effusion", "Small left pleural effusion.")
                case 6..<9: ("air", "Right pneumothorax.")
                default: ("mass", "Left upper lobe mass.")
                }
            let isWrong = (number / 10).isMultiple(of: 2)
            return "r\(number),\(type),\(finding),\(isWrong ? "Clear lungs." : finding),\(isWrong ? 0.9 : 0.2)\n"
        }.joined()
    static let candidate = ["--candidate", "candidate"]

    private func run(_ input: String, _ options: [String]) throws -> Outcome {
        try HilumProcess.runWithOntology(["mine", "-"] + options, input: input)
    }

    private func ids(_ text: some StringProtocol) throws -> [String] {
        try text.split(separator: "\n").map { try #require(try HilumProcess.object($0)["id"] as? String) }
    }

    @Test("gives the hard rows with all their columns, a reward and why")
    func all() throws {
        let outcome = try run(Self.rows, Self.candidate)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.count == 50)
        let first = try HilumProcess.object(try #require(outcome.lines.first))
        #expect(Set(first.keys) == ["id", "type", "reference", "candidate", "sure", "reward", "why"])
        #expect(first["id"] as? String == "r0" && first["sure"] as? String == "0.9")
        let why = try #require(first["why"] as? [String: Any])
        #expect(why["reasons"] as? [String] == ["wrong"])
        #expect(why["stratum"] as? [String] == ["Pleural Effusion", "omission_finding"])
        #expect((why["errors"] as? [[String: Any]])?.first?["finding"] as? String == "pleural effusion")
        #expect(outcome.errors.hasPrefix("hilum: 50 of 100 rows are hard\n"))
    }

    @Test(
        "samples strata in their proportions, the smaller samples within the larger",
        arguments: [[], ["--random", "--seed", "7"]])
    func samples(options: [String]) throws {
        let folder = try TemporaryFolder()
        var results: Set<String> = []
        for threads in ["1", "5"] {
            let outcome = try run(
                Self.rows,
                Self.candidate + options + [
                    "--stratify", "type", "--size", "50,10,20", "--threads", threads, "-o", folder.path + "/hard.jsonl",
                ])
            #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
            #expect(try folder.contents == ["hard-10.jsonl", "hard-20.jsonl", "hard-50.jsonl"])
            results.insert(try folder.contents.map { try folder.text(of: $0) }.joined() + outcome.errors)
        }
        #expect(results.count == 1)
        let largest = try ids(try folder.text(of: "hard-50.jsonl"))
        #expect(Set(largest).count == 50)
        for (size, counts) in [(10, [6, 3, 1]), (20, [12, 6, 2]), (50, [30, 15, 5])] {
            let text = try folder.text(of: "hard-\(size).jsonl")
            #expect(try ids(text) == Array(largest.prefix(size)))
            let types = try text.split(separator: "\n").map { try HilumProcess.object($0)["type"] as? String }
            #expect(["effusion", "air", "mass"].map { type in types.count { $0 == type } } == counts)
        }
        #expect(results.first?.contains("    60.0 %        30         6        12        30  effusion\n") == true)
    }

    @Test("takes others by another seed, and the hardest first without one")
    func choice() throws {
        let sized = Self.candidate + ["--size", "10"]
        let seeds = try ["1", "2"].map { try run(Self.rows, sized + ["--random", "--seed", $0]).output }
        #expect(seeds[0] != seeds[1])
        #expect(try run(Self.rows, sized + ["--random"]).output == run(Self.rows, sized + ["--random", "--seed", "0"]).output)
        let input = "id,reference,candidate\nbad,Left effusion.,Right effusion.\nworse,Left effusion.,No effusion.\n"
        let hardest = try run(input, Self.candidate + ["--stratify", "reference", "--size", "1"])
        #expect(try ids(hardest.output) == ["worse"])
    }

    @Test("tells of strata with too few hard rows, and of too few altogether")
    func shortfall() throws {
        let wrong = (0..<4).map { "w\($0),rare,Edema.,Clear lungs.\n" } + (0..<40).map { "x\($0),common,Edema.,Clear lungs.\n" }
        let right = (0..<56).map { "y\($0),rare,Edema.,Edema.\n" }
        let input = "id,type,reference,candidate\n" + (wrong + right).joined()
        let spread = try run(input, Self.candidate + ["--stratify", "type", "--size", "20"])
        #expect(spread.lines.count == 20)
        #expect(spread.errors.contains("too few hard rows, so that others were taken: rare (4 of 12)\n"), "\(spread.errors)")
        let few = try run(input, Self.candidate + ["--stratify", "type", "--size", "50"])
        #expect(few.lines.count == 44)
        #expect(few.errors.contains("there are only 44 hard rows for a sample of 50"))
    }

    @Test("counts several candidates, significant errors and low confidence")
    func reasons() throws {
        let lists =
            #"{"id":"all","reference":"Edema.","c":["Clear lungs.","No edema."],"x":[1]}"# + "\n"
            + #"{"id":"some","reference":"Edema.","c":["Edema.","No edema."],"y":{}}"# + "\n"
            + #"{"id":"none","reference":"Edema.","c":["Edema.","Pulmonary edema."]}"# + "\n"
        let several = try run(lists, ["--candidates", "c"])
        #expect(several.lines.map { String($0.prefix(40)) }.count == 2, "\(several.errors)")
        #expect(several.lines.first?.contains(#""reasons":["wrong"]"#) == true)
        #expect(several.lines.first?.contains(#""x":[1],"reward""#) == true)
        #expect(several.lines.last?.contains(#""reasons":["unsure"]"#) == true)

        let missed = "id,reference,candidate\na,Right pleural effusion is larger.,Right pleural effusion.\n"
        #expect(try run(missed, Self.candidate).lines.isEmpty)
        #expect(try run(missed, Self.candidate + ["--significant"]).output.contains(#""reasons":["significant_error"]"#))

        let confident = try run(Self.rows, ["--confidence", "sure", "--below-confidence", "0.3"])
        #expect(confident.lines.count == 50)
        #expect(confident.lines.allSatisfy { $0.contains(#""reward":null,"why":{"reasons":["low_confidence"]"#) })
    }

    @Test("takes answers as right that name any item of the reference")
    func answers() throws {
        let input = """
            id,type,solution,answer
            a,open,"pneumothorax, effusion",<think>Air.</think><answer>Effusion</answer>
            b,open,pneumothorax,<think>No air.</think><answer>Effusion</answer>
            c,closed,yes,Yes. There is one.
            d,closed,no,Yes.

            """
        let outcome = try run(input, ["--task", "vqa", "--candidate", "answer", "--stratify", "type"])
        #expect(try ids(outcome.output) == ["b", "d"], "\(outcome.errors)")
        #expect(outcome.lines.allSatisfy { $0.contains(#""reward":0,"#) })
        #expect(outcome.errors.contains("    50.0 %         1  open\n"))
    }

    @Test("puts its own reward in the place of an older one")
    func again() throws {
        let once = try run(Self.rows, Self.candidate).output
        let twice = try run(once, Self.candidate + ["--input-format", "jsonl"])
        #expect(twice.status == 0 && twice.output == once, "\(twice.errors)")
    }

    @Test(
        "refuses wrong calls",
        arguments: [
            ([], "--candidate"), (["--candidate", "nowhere"], "there is no column 'nowhere'"),
            (["--candidate", "candidate", "--candidates", "candidate"], "either"), (candidate + ["--size", "0"], "--size"),
            (candidate + ["--size", "10,x"], "--size"), (candidate + ["--size", "10,20"], "--output"),
            (candidate + ["--seed", "1"], "--random"),
            (candidate + ["--random"], "--size"), (candidate + ["--stratify", "nowhere"], "there is no column 'nowhere'"),
            (candidate + ["--below", "nan"], "--below"), (candidate + ["--task", "vqa", "--significant"], "--significant"),
            (["--confidence", "sure", "--significant"], "--significant"), (candidate + ["--reference", "nowhere"], "'nowhere'"),
        ] as [([String], String)])
    func refusesOptions(options: [String], says: String) throws {
        let outcome = try run(Self.rows, options)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("refuses a bad row with its line, and leaves no file")
    func refusesRows() throws {
        let folder = try TemporaryFolder()
        let files = ["--size", "1,2", "-o", folder.path + "/hard.jsonl"]
        let confidence = try run(
            "id,reference,candidate,p\na,x,y,0.1\nb,x,y,high\n", Self.candidate + ["--confidence", "p"] + files)
        #expect(
            confidence.status == 65 && confidence.errors.contains(":3: column 'p': a number is expected"), "\(confidence.errors)")
        let list = try run("id,reference,c\na,x,\"[\"\"y\"\"]\"\nb,x,secret\n", ["--candidates", "c"] + files)
        #expect(
            list.status == 65 && list.errors.contains(":3: column 'c': a JSON list is expected")
                && !list.errors.contains("secret"))
        #expect(try folder.contents.isEmpty)
    }
}
