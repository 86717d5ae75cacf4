import Foundation
import HilumTestSupport
import Testing

@Suite("hilum score")
struct ScoreCommandTests {
    static let pairs = """
        id,reference,candidate
        same,No pleural effusion.,No pleural effusion.
        flip,No pleural effusion.,Large pleural effusion.
        blank,No pleural effusion.,

        """
    static let columns = ["score", "-", "--reference", "reference", "--candidate", "candidate"]

    @Test("gives a line a pair, in order, the blank one too, with all that the contract names")
    func lines() throws {
        let outcome = try HilumProcess.runWithOntology(Self.columns, input: Self.pairs)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.compactMap { $0["id"] as? String } == ["same", "flip", "blank"])
        for object in objects {
            #expect(
                Set(object.keys).isSuperset(of: [
                    "id", "kg", "factuality", "green", "matched_findings", "crimson", "chexpert", "temporal_f1", "bleu_4",
                    "rouge_l",
                ]))
        }
        let rewards = objects.compactMap { ($0["kg"] as? [String: Any])?["reward"] as? Double }
        try #require(rewards.count == 3)
        #expect(rewards[0] == 1)
        #expect(rewards[1] < 0.2)
    }

    @Test(
        "writes the metrics asked for",
        arguments: [
            ("kg", ["coverage", "id", "implausible", "kg", "signature"]),
            ("green,crimson", ["coverage", "crimson", "green", "id", "matched_findings", "signature"]),
            ("chexpert", ["chexpert", "coverage", "id", "signature"]),
            ("factuality", ["coverage", "factuality", "id", "signature"]),
            ("temporal,radgraph", ["coverage", "id", "radgraph", "signature", "temporal_f1", "temporal_words"]),
            (
                "lexical",
                ["bleu_1", "bleu_2", "bleu_3", "bleu_4", "coverage", "id", "rouge_1", "rouge_2", "rouge_l", "signature"]
            ),
            (
                "kg,all",
                [
                    "bleu_1", "bleu_2", "bleu_3", "bleu_4", "chexpert", "coverage", "crimson", "factuality", "green", "id",
                    "implausible", "kg", "matched_findings", "radgraph", "rouge_1", "rouge_2", "rouge_l", "signature",
                    "temporal_f1", "temporal_words",
                ]
            ),
        ])
    func metrics(names: String, keys: [String]) throws {
        let outcome = try HilumProcess.runWithOntology(Self.columns + ["--metrics", names], input: Self.pairs)
        for line in outcome.lines { #expect(try HilumProcess.object(line).keys.sorted() == keys) }
        #expect(outcome.lines.count == 3)
    }

    static let unreadPairs = """
        id,reference,candidate
        read,No pleural effusion.,Large pleural effusion.
        foreign,No pneumothorax.,Kein Pneumothorax bei geringem Zwerchfellhochstand.
        gibberish,zorp wibble zorp,No pneumothorax.

        """

    @Test("warns of texts that it did not understand: how many, which, and what words")
    func lowCoverage() throws {
        let outcome = try HilumProcess.runWithOntology(Self.columns, input: Self.unreadPairs)
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("hilum: warning: in 2 of 3 pairs less than 80 % "))
        #expect(outcome.errors.contains("lowest: 'gibberish' (0 %), 'foreign' (20 %)\n"))
        #expect(outcome.errors.contains("most often: 'zorp' (2), 'bei', 'geringem', 'kein', 'wibble', 'zwerchfellhochstand'\n"))
        let coverage = try outcome.lines.map { try #require(HilumProcess.object($0)["coverage"] as? [String: Double]) }
        #expect(coverage.map { $0["candidate"] } == [1, 0.2, 1])
        #expect(coverage.map { $0["reference"] } == [1, 1, 0])
    }

    @Test("does not warn where all was understood, nor if it is to be quiet", arguments: [[], ["--quiet"]])
    func noWarning(options: [String]) throws {
        let input = options.isEmpty ? Self.pairs : Self.unreadPairs
        #expect(try HilumProcess.runWithOntology(Self.columns + options, input: input).errors == "")
    }

    @Test("writes a table for people: a line a pair, the reasons below, the means last")
    func table() throws {
        let outcome = try HilumProcess.runWithOntology(Self.columns + ["--format", "table"], input: Self.pairs)
        #expect(outcome.lines.first?.contains(/id +reward +GREEN +CRIMSON +significant +insignificant errors/) == true)
        #expect(outcome.lines.contains { $0.contains(/same +1\.000 +1\.000 +1\.000 +0 +0/) })
        #expect(outcome.lines.contains { $0.hasPrefix("    significant false positive finding: ") })
        #expect(outcome.lines.last?.hasPrefix("mean of 3 ") == true)
    }

    @Test("shows ids in a table on one line, cut short and without control characters")
    func tableIDs() throws {
        let long = String(repeating: "z", count: 300_000)
        let input = "id,reference,candidate\n\"one\ntwo\",Edema.,Edema.\n\u{1B}[31mred,Edema.,Edema.\n\(long),Edema.,Edema.\n"
        let outcome = try HilumProcess.runWithOntology(Self.columns + ["--format", "table"], input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.count == 5)
        #expect(outcome.lines.contains { $0.hasPrefix("one two  ") })
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(outcome.output.utf8.count < 1_000)
    }

    @Test("sums up no pairs as nothing: null, not 0")
    func noPairs() throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.runWithOntology(
            Self.columns + ["--summary", folder.path + "/s.json"], input: "id,reference,candidate\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let f1 = try #require(try HilumProcess.object(try folder.text(of: "s.json"))["chexpert_f1"] as? [String: Any])
        for name in ["micro_14", "macro_14", "micro_5", "macro_5"] { #expect(f1[name] is NSNull) }
    }

    @Test("writes CSV with a header and a row a pair")
    func csv() throws {
        let outcome = try HilumProcess.runWithOntology(Self.columns + ["--format", "csv"], input: Self.pairs)
        #expect(outcome.lines.count == 4)
        #expect(outcome.lines.first?.hasPrefix("id,kg_reward,") == true)
        #expect(Set(outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
    }

    @Test("sums a corpus up in a file, the same on any number of threads")
    func summary() throws {
        let folder = try TemporaryFolder()
        let rows = (1...700).map {
            "p\($0),Small left pleural effusion.,\($0 % 3 == 0 ? "Clear lungs." : "Large left pleural effusion.")\n"
        }
        let path = try folder.file("pairs.csv", "id,reference,candidate\n" + rows.joined())
        var results: Set<String> = []
        for threads in ["1", "2", "5"] {
            let summary = "\(folder.path)/summary\(threads).json"
            let outcome = try HilumProcess.runWithOntology(
                [
                    "score", path, "--reference", "reference", "--candidate", "candidate", "--threads", threads, "--summary",
                    summary,
                ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.lines.count == 700)
            results.insert(outcome.output + (try folder.text(of: "summary\(threads).json")))
        }
        #expect(results.count == 1)
        let summary = try HilumProcess.object(try folder.text(of: "summary2.json"))
        #expect(summary["n"] as? Int == 700)
        #expect(
            Set(summary.keys).isSuperset(of: ["signature", "metrics", "errors_per_report", "error_free_rate", "chexpert_f1"]))
    }

    @Test(
        "refuses what it cannot do, and leaves no file",
        arguments: [
            (["--metrics", "bleu"], 64, "crimson"), (["--reference", "nowhere"], 64, "'id', 'reference', 'candidate'"),
            (["-o", "OUT", "--summary", "OUT"], 64, "same file"), (["-o", "x.json", "--summary", "./x.json"], 64, "same file"),
            (["--summary", "-"], 64, "same file"), (["-o", "-", "--summary", "-"], 64, "same file"),
            (["--summary", "/nowhere/s.json"], 74, "folder does not exist"),
            (["-o", "OUT", "--summary", "/nowhere/s.json"], 74, "folder does not exist"), (["--format", "xml"], 64, "table"),
        ] as [([String], Int32, String)])
    func refuses(options: [String], status: Int32, says: String) throws {
        let folder = try TemporaryFolder()
        let options = options.map { $0 == "OUT" ? folder.path + "/out" : $0 }
        let outcome = try HilumProcess.runWithOntology(Self.columns + options, input: Self.pairs)
        #expect(outcome.status == status)
        #expect(outcome.errors.hasPrefix("hilum: error: "))
        #expect(outcome.errors.contains(says))
        #expect(try folder.contents.isEmpty)
    }

    @Test(
        "says what the task needs",
        arguments: [
            ([], "--task report needs --reference COL and --candidate COL"),
            (["--reference", "reference"], "--task report needs --candidate COL"),
            (["--candidate", "candidate"], "--task report needs --reference COL"),
        ])
    func needs(options: [String], says: String) throws {
        let outcome = try HilumProcess.runWithOntology(["score", "-"] + options, input: Self.pairs)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("hilum: error: \(says)\n"), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test("leaves neither result nor summary after a bad row")
    func notHalfWritten() throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.runWithOntology(
            Self.columns + ["-o", folder.path + "/out.csv", "--summary", folder.path + "/s.json"],
            input: Self.pairs + "short,row\n")
        #expect(outcome.status == 65)
        #expect(try folder.contents.isEmpty)
    }
}
