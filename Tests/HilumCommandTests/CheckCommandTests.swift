import Foundation
import HilumTestSupport
import Testing

/// A pull request's life: a baseline is made, models come and go.
@Suite("hilum check")
struct CheckCommandTests {
    @Test("says how to make a baseline where there is none, and with --update makes one without a text of a report")
    func first() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("predictions.csv", CheckProject.csv(CheckProject.right))
        let call = ["check", file] + CheckProject.columns + ["--baseline", folder.path + "/baseline.json"]
        let missing = try HilumProcess.run(call)
        #expect(missing.status == 66)
        #expect(
            missing.errors.contains(
                "baseline.json: there is no baseline yet; make one of this input by the same command with --update"))
        #expect(try folder.contents == ["predictions.csv"])
        let made = try HilumProcess.run(call + ["--update"])
        #expect(made.status == 0)
        #expect(made.output == "\(folder.path)/baseline.json now holds the scores of 20 reports\n")
        let baseline = try folder.text(of: "baseline.json")
        #expect(baseline.split(separator: "\n").count == 22)
        for reference in CheckProject.references { #expect(!baseline.contains(reference)) }
        // Every part is there, so that any gate can be put up later.
        let strict = ["bleu_4", "radgraph_simple", "temporal_f1", "crimson", "chexpert_f1_macro_14"].flatMap {
            ["--max-drop", "\($0)=0"]
        }
        let same = try HilumProcess.run(call + strict + ["--alpha", "1"])
        #expect(same.status == 0, "\(same.output)\(same.errors)")
        #expect(same.output.hasSuffix("0 reports better, 0 worse, 20 the same\n\ncheck passed\n"))
    }

    @Test("passes a better model, and the same one in another order")
    func better() throws {
        let project = try CheckProject()
        let better = try project.check(CheckProject.references)
        #expect(better.status == 0, "\(better.errors)")
        #expect(better.output.contains("1 report better, 0 worse, 19 the same"))
        #expect(better.lines.last == "check passed")
        let shuffled = try project.check(text: CheckProject.csv(CheckProject.right, order: (0..<20).map { ($0 * 7 + 3) % 20 }))
        #expect(shuffled.status == 0)
        #expect(shuffled.output == (try project.check(CheckProject.right)).output)
        #expect(shuffled.output.contains("+0.000 [0.000, 0.000]  1     1  passed"))
    }

    @Test("fails a worse model with 1, naming report, line, finding and words, the same on any number of threads")
    func worse() throws {
        let project = try CheckProject()
        let worse = try project.check(CheckProject.worse)
        #expect(worse.status == 1)
        #expect(worse.errors == "")
        #expect(worse.output.contains("failed: kg_reward dropped from "))
        #expect(
            worse.output.contains(
                /failed: clinically_significant_errors rose from 0\.050 to 0\.550, by 0\.500 \[.*: p = 0\.00195 \(Holm 0\.0039\d?\)/
            ))
        #expect(worse.output.contains("what got worse:\n"))
        #expect(worse.output.contains("  'case-6', \(project.folder.path)/predictions.csv:8: kg_reward 1.000 → "))
        #expect(
            worse.output.contains(
                "significant omitted finding: pneumothorax: the reference reports pneumothorax, which the candidate denies: «pneumothorax»"
            ))
        #expect(worse.lines.last == "check failed")
        for options in [["--threads", "1"], ["--threads", "3", "--quiet"]] {
            #expect(try project.check(CheckProject.worse, options).output == worse.output)
        }
        let fewer = try project.check(CheckProject.worse, ["--worst", "2"])
        #expect(fewer.output.contains("the worst 2 of 10 that got worse:"))
        #expect(fewer.output.matches(of: /'case-/).count == 2)
    }

    @Test("lets noise pass and says so, unless the drop alone is to count")
    func noise() throws {
        let project = try CheckProject()
        var noisy = CheckProject.right
        // Two worse, one better.
        noisy[0] = "Right \(CheckProject.findings[0])."
        noisy[7] = "Left \(CheckProject.findings[2])."
        noisy[19] = CheckProject.references[19]
        let outcome = try project.check(noisy)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("passed: too few"))
        #expect(outcome.output.contains("warning: kg_reward dropped from "))
        #expect(outcome.output.contains("only 3 reports differ, so that p is 0.25 or more"))
        #expect(try project.check(noisy, ["--alpha", "1"]).status == 1)
        #expect(try project.check(noisy, ["--alpha", "1", "--max-drop", "kg_reward=0.1"]).status == 0)
    }

    @Test("names missing reports, tells new ones, and counts them for floors")
    func rows() throws {
        let project = try CheckProject()
        let missing = try project.check(text: CheckProject.csv(CheckProject.right, order: Array(2..<20)))
        #expect(missing.status == 1)
        #expect(missing.output.contains("failed: 2 reports of the 20 in the baseline are not in the input: 'case-0', 'case-1'\n"))
        let allowed = try project.check(text: CheckProject.csv(CheckProject.right, order: Array(2..<20)), ["--allow-missing"])
        #expect(allowed.status == 0)
        #expect(allowed.output.contains("warning: 2 reports of the 20 "))
        let more = CheckProject.csv(CheckProject.right) + "new,No edema.,Edema.\n"
        let added = try project.check(text: more)
        #expect(added.status == 0)
        #expect(added.output.contains("note: 1 report new, not compared: 'new'; --update takes it in\n"))
        #expect(added.output.hasPrefix("20 reports compared by id with "))
        // Two errors in 20 reports, of the new one two in 21.
        let ceiling = ["--max", "clinically_significant_errors=0.05"]
        #expect(try project.check(CheckProject.right, ceiling).status == 0)
        let over = try project.check(text: more, ceiling)
        #expect(over.status == 1)
        #expect(over.output.contains("failed: clinically_significant_errors is 0.095, above its ceiling of 0.05\n"))
        let twice = try project.check(text: CheckProject.csv(CheckProject.right) + "case-3,Edema.,Edema.\n")
        #expect(twice.status == 65 && twice.errors.contains(":22: the id of this row is that of line 5 too"))
        let strangers = try project.check(text: "id,reference,candidate\nx,Edema.,Edema.\n")
        #expect(strangers.status == 65 && strangers.errors.contains("no report in common; name the column of the ids with --id"))
    }

    @Test("refuses another ontology, changed references and files that are no baselines, and only --update goes on")
    func refusals() throws {
        let project = try CheckProject()
        let before = try project.text(of: "baseline.json")
        try project.folder.file(
            "mine/terms/findings.tsv", "term\tconcept\tlaterality\nhydropleura\tfinding.pleural-effusion\t\n")
        let with = ["--with", project.folder.path + "/mine"]
        let other = try project.check(CheckProject.right, with)
        #expect(other.status == 65, "\(other.errors)")
        #expect(
            other.errors.contains(
                /baseline\.json: its scores were made in another way .*: 'ontology:\w{16}' there, 'ontology:\w{16}' here\./))
        #expect(other.errors.contains("take the present scores as the baseline with --update"))
        #expect(other.output == "")
        var references = CheckProject.references
        references[4] = "Something secret edema."
        let changed = try project.check(text: CheckProject.csv(CheckProject.right, references: references))
        #expect(changed.status == 65)
        #expect(changed.errors.contains("is not what the baseline was made with: 'case-4'"))
        #expect(!changed.errors.contains("Something secret"))
        #expect(try project.text(of: "baseline.json") == before)
        let updated = try project.check(CheckProject.right, with + ["--update"])
        #expect(updated.status == 0, "\(updated.errors)")
        #expect(updated.output.hasPrefix("not compared: \(project.baseline): its scores were made in another way"))
        #expect(!updated.output.contains("--update"))
        #expect(try project.check(CheckProject.right, with).status == 0)
        try project.folder.file("baseline.json", "id,text\na,dear data\n")
        for options in [[], ["--update"]] {
            let refused = try project.check(CheckProject.right, options)
            #expect(refused.status == 65 && refused.errors.contains("baseline.json: no baseline of hilum check"))
        }
        #expect(try project.text(of: "baseline.json") == "id,text\na,dear data\n")
        #expect(try project.folder.contents == ["baseline.json", "mine", "predictions.csv"])
    }

    @Test("--update shows what changes, takes it over and does not fail; then it passes")
    func update() throws {
        let project = try CheckProject()
        let updated = try project.check(CheckProject.worse, ["--update"])
        #expect(updated.status == 0)
        #expect(updated.output.contains("FAILED") && updated.output.contains("what got worse:"))
        #expect(updated.output.hasSuffix("\(project.baseline) now holds the scores of 20 reports\n"))
        #expect(!updated.output.contains("check failed"))
        #expect(try project.check(CheckProject.worse).status == 0)
        let first = try project.text(of: "baseline.json")
        let again = try project.check(text: CheckProject.csv(CheckProject.worse, order: Array((0..<20).reversed())), ["--update"])
        #expect(again.status == 0)
        #expect(try project.text(of: "baseline.json") == first)
        let none = try project.check(text: "id,reference,candidate\n", ["--update"])
        #expect(none.status == 65 && none.errors.contains("predictions.csv: there are no reports in it"))
        #expect(try project.text(of: "baseline.json") == first)
    }

    @Test(
        "A wrong call is 64 and says what is wrong",
        arguments: [
            (["--min", "reward=1"], "--min: there is no metric 'reward'; the metrics are kg_reward, "),
            (["--max", "green=0.5"], "--max: green is better the higher it is: give it a floor with --min"),
            (["--max-drop", "green=0", "--max-drop", "green=1"], "--max-drop: green is given twice"),
            (["--alpha", "0"], "--alpha has to be above 0"), (["--worst", "-1"], "--worst"),
            (["--update", "--junit", "x.xml"], "leave --junit out"), (["--junit", "-"], "--junit is a file"),
            (["--junit", "x.xml", "-o", "./x.xml"], "different files"),
        ])
    func usage(options: [String], says: String) throws {
        let call = ["check", "-"] + CheckProject.columns + ["--baseline", "/nowhere/baseline.json"]
        let outcome = try HilumProcess.run(call + options, input: "id,reference,candidate\n")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }
}
