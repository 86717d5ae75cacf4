import Foundation
import HilumTestSupport
import Testing

@Suite("hilum extract")
struct ExtractCommandTests {
    static let effusion = "Small left pleural effusion. No pneumothorax."

    static let inputs = [
        ("csv", "id,text\na,\(effusion)\nb,\nc,\"Heart size is normal.\nLungs are clear.\"\n"),
        ("tsv", "text\tid\n\(effusion)\ta\n\tb\nLungs are clear.\tc\n"),
        ("jsonl", "{\"id\":\"a\",\"text\":\"\(effusion)\"}\n\n{\"id\":\"b\",\"text\":null}\n{\"id\":\"c\",\"text\":\"\"}\n"),
    ]

    @Test("gives a line a report, in order, the blank one too", arguments: inputs)
    func lines(format: String, text: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.runWithOntology(["extract", folder.file("r.\(format)", text)])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.compactMap { $0["id"] as? String } == ["a", "b", "c"])
        for key in ["observations", "triples", "comparisons", "unasserted", "implausible"] {
            #expect(objects.allSatisfy { $0[key] is [Any] }, "\(key)")
        }
    }

    @Test("writes RadGraph's format, whose indices point into its tokens")
    func radgraph() throws {
        let outcome = try HilumProcess.runWithOntology(
            ["extract", "-", "--format", "radgraph"], input: "id,text\na,\(Self.effusion)\nb,\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(objects.map { $0["text"] as? String } == ["Small left pleural effusion . No pneumothorax .", ""])
        let entities = try #require(objects[0]["entities"] as? [String: [String: Any]])
        #expect(entities.keys.sorted() == ["1", "2", "3", "4"])
        #expect(entities["1"]?["relations"] as? [[String]] == [["modify", "3"]])
        #expect(entities["3"]?["tokens"] as? String == "pleural effusion")
        #expect(entities["3"]?["start_ix"] as? Int == 2 && entities["3"]?["end_ix"] as? Int == 3)
        #expect(entities["4"]?["label"] as? String == "Observation::definitely absent")
        #expect((objects[1]["entities"] as? [String: Any])?.isEmpty == true)
    }

    @Test("reads standard input as it reads a file", arguments: inputs)
    func standardInput(format: String, text: String) throws {
        let folder = try TemporaryFolder()
        let fromFile = try HilumProcess.runWithOntology(["extract", folder.file("r.\(format)", text)])
        #expect(try HilumProcess.runWithOntology(["extract", "-"], input: text).output == fromFile.output)
        let named = try HilumProcess.runWithOntology(["extract", "-", "--input-format", format], input: text)
        #expect(named.output == fromFile.output)
    }

    @Test("joins several columns of text by line feeds, and spans point into the joined text")
    func joinedColumns() throws {
        let outcome = try HilumProcess.runWithOntology(
            ["extract", "-", "--text", "b", "--text", "a"],
            input: "a,b\nNo pneumothorax.,Übersicht. Small left pleural effusion.\n")
        let joined = Array("Übersicht. Small left pleural effusion.\nNo pneumothorax.".utf8)
        let object = try HilumProcess.object(outcome.output)
        #expect(object["id"] as? String == "1")
        let observations = try #require(object["observations"] as? [[String: Any]])
        #expect(observations.compactMap { $0["name"] as? String } == ["pleural effusion", "pneumothorax"])
        for observation in observations {
            let span = try #require(observation["span"] as? [Int])
            #expect(String(decoding: joined[span[0]..<span[1]], as: UTF8.self) == observation["text"] as? String)
        }
    }

    @Test("knows the sections of columns that hold one each")
    func sectionColumns() throws {
        let outcome = try HilumProcess.runWithOntology(
            ["extract", "-", "--section-columns", "impression=I,findings=F"], input: "F,I\nPneumothorax.,Pleural effusion.\n")
        let observations = try #require(try HilumProcess.object(outcome.output)["observations"] as? [[String: Any]])
        #expect(observations.compactMap { $0["section"] as? String } == ["impression", "findings"])
        #expect(observations.compactMap { $0["text"] as? String } == ["Pleural effusion", "Pneumothorax"])
    }

    @Test("takes ids from the column named")
    func ids() throws {
        let outcome = try HilumProcess.runWithOntology(
            ["extract", "-", "--id", "study"], input: "id,study,report\nx,s1,\nx,s2,\n")
        #expect(try outcome.lines.map { try HilumProcess.object($0)["id"] as? String } == ["s1", "s2"])
    }

    @Test("lets ids repeat where it is told to")
    func repeatedIDs() throws {
        let input = "id,text\nx,\nx,\n"
        #expect(try HilumProcess.runWithOntology(["extract", "-"], input: input).status == 65)
        let allowed = try HilumProcess.runWithOntology(["extract", "-", "--allow-duplicate-ids"], input: input)
        #expect(allowed.status == 0)
        #expect(allowed.lines.count == 2)
    }

    @Test("writes every format")
    func formats() throws {
        let input = "id,text\na,\(Self.effusion)\nb,\n"
        func output(_ format: String) throws -> Outcome {
            try HilumProcess.runWithOntology(["extract", "-", "--format", format], input: input)
        }
        let csv = try output("csv").lines
        #expect(csv.first?.hasPrefix("id,concept,name,kind,status,sites,laterality") == true)
        #expect(csv.dropFirst().count == 2)
        #expect(csv.dropFirst().allSatisfy { $0.hasPrefix("a,finding.") })
        let triples = try HilumProcess.object(output("triples").lines[0])
        #expect(Set(triples.keys) == ["id", "triples"])
        #expect(
            (triples["triples"] as? [[String: String]])?.allSatisfy { Set($0.keys) == ["source", "relation", "target"] } == true)
        #expect(try output("mesh").lines.map(String.init).last == #"{"id":"b","mesh":["normal"]}"#)
        let findings = try output("findings").lines.map(String.init)
        #expect(
            findings == [
                #"{"id":"a","findings":"small left pleural effusion; no pneumothorax"}"#, #"{"id":"b","findings":""}"#,
            ])
        let labels = try #require(try HilumProcess.object(output("chexpert").lines[0])["chexpert"] as? [String: Any])
        #expect(labels.count == 14)
        #expect(labels["Pleural Effusion"] as? Int == 1)
        #expect(labels["Pneumothorax"] as? Int == 0)
        #expect(labels["Fracture"] is NSNull)
    }

    @Test("writes the same bytes on any number of threads", arguments: ["jsonl", "csv", "mesh", "findings"])
    func threads(format: String) throws {
        let folder = try TemporaryFolder()
        let rows = (1...1000).map {
            "r\($0),\($0 % 7 == 0 ? "" : "Small left pleural effusion number \($0). No pneumothorax.")\n"
        }
        let path = try folder.file("r.csv", "id,text\n" + rows.joined())
        let one = try HilumProcess.runWithOntology(["extract", path, "--format", format, "--threads", "1"])
        #expect(one.status == 0)
        #expect(one.lines.count >= 1000)
        for threads in ["2", "7"] {
            #expect(
                try HilumProcess.runWithOntology(["extract", path, "--format", format, "--threads", threads]).output == one.output
            )
        }
    }

    @Test("reads a report of 50 MB", .timeLimit(.minutes(10)))
    func longReport() throws {
        let folder = try TemporaryFolder()
        let filler = "Seen with " + String(repeating: "un", count: 500) + ".\n"
        let text = String(repeating: filler, count: 50_000_000 / filler.utf8.count) + Self.effusion
        let outcome = try HilumProcess.runWithOntology(
            ["extract", folder.file("r.csv", "id,text\na,\"\(text)\"\n"), "--format", "mesh"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "{\"id\":\"a\",\"mesh\":[\"Pleural Effusion/left/small\"]}\n")
    }

    @Test("has no line for a header alone")
    func headerAlone() throws {
        let outcome = try HilumProcess.runWithOntology(["extract", "-"], input: "id,text\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
    }
}
