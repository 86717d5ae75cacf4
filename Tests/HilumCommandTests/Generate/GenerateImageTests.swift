import Foundation
import HilumTestSupport
import Testing

@Suite("hilum generate, of images")
struct GenerateImageTests {
    static let images = "\(TinyModel.fixtures)/images"

    /// What is no radiograph, as files beside the images that are.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let png = try Data(contentsOf: URL(filePath: "\(images)/grey-8.png"))
        try folder.file("truncated.png", Array(png.prefix(png.count / 2)))
        try folder.file("text.png", "No acute disease. secret\n")
        try folder.file("empty.png", "")
        try folder.file(
            "sub/dicom.png", [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + [UInt8](repeating: 0, count: 64))
        return folder
    }

    @Test(
        "refuses what is no radiograph, by name and reason",
        arguments: [
            ("IN/truncated.png", 65, "the file ends before the image does"), ("IN/text.png", 65, "text, whatever the name says"),
            ("IN/empty.png", 65, "the file is empty"), ("IN/sub/dicom.png", 65, "DICOM is not read; convert it"),
            ("FIX/refused-one-pixel.png", 65, "1×1 pixels are too few"), ("FIX/refused-huge.png", 65, "20000×20000 pixels"),
            ("FIX/rgb-8.png", 65, "no radiograph: "), ("IN/nowhere.png", 66, "No such file"), ("IN", 66, "cannot read"),
        ] as [(String, Int32, String)])
    func refused(path: String, status: Int32, says: String) throws {
        let folder = try Self.folder()
        let path = path.replacingOccurrences(of: "IN", with: folder.path).replacingOccurrences(of: "FIX", with: Self.images)
        let output = "\(folder.path)/out.jsonl"
        let outcome = try TinyModel.generate(["--image", path, "-o", output])
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("hilum: error: "))
        #expect(outcome.errors.contains(path) && outcome.errors.contains(says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret") && !FileManager.default.fileExists(atPath: output))
    }

    @Test("refuses what is unlike radiographs, with its score, unless it may write of any image")
    func outlier() throws {
        let image = "\(Self.images)/grey-8.png"
        let folder = try TemporaryFolder()
        let strict = try TinyModel.strict(in: folder)
        let refused = try HilumProcess.run(["generate", "--image", image] + strict)
        #expect(refused.status == 65)
        #expect(
            refused.errors.hasPrefix("hilum: error: \(image): no chest radiograph: its outlier score is "), "\(refused.errors)")
        let row = try HilumProcess.run(["generate", "-", "--image-column", "i"] + strict, input: "i\n\(image)\n")
        let reason = try HilumProcess.object(row.output)
        #expect(reason["report"] is NSNull && reason["radiograph"] as? Double != nil)
        #expect(try HilumProcess.run(["generate", "--image", image, "--allow-any-image"] + strict).status == 0)
        // Colour, too.
        #expect(try TinyModel.generate(["--image", "\(Self.images)/rgb-8.png", "--allow-any-image"]).status == 0)
    }

    /// The findings that the tiny model tells of every image of the fixtures.
    private static let told = "small pleural effusion"

    @Test("tells the findings of an image first, each with its probability and place, then writes the report that says them")
    func report() throws {
        let images = ["\(Self.images)/grey-8.png", "\(Self.images)/grey-4-64x300.png"]
        let outcome = try TinyModel.generate(["--image", images[0], "--image", images[1], "--allow-any-image"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let row = try HilumProcess.object(outcome.output)
        #expect(row["findings"] as? String == Self.told && row["report"] as? String == "Small pleural effusion.")
        #expect(row["images"] as? [String] == images && row["radiograph"] as? Double != nil)
        let probabilities = try #require(row["probabilities"] as? [[String: Any]])
        #expect(probabilities.allSatisfy { (0...1).contains($0["probability"] as? Double ?? -1) })
        #expect(probabilities.filter { $0["reported"] as? Bool == true }.map { $0["name"] as? String } == [Self.told])
        let boxes = try #require(row["boxes"] as? [[String: Any]])
        #expect(boxes.map { $0["image"] as? String } == images)
        for (box, size) in zip(boxes, [(96, 80), (64, 300)]) {
            let edges = try #require(box["box"] as? [Int])
            #expect(0 <= edges[0] && edges[0] < edges[2] && edges[2] <= size.0)
            #expect(0 <= edges[1] && edges[1] < edges[3] && edges[3] <= size.1)
        }
    }

    @Test("writes heat maps and overlays, a map and a picture for each finding and view")
    func heatMaps() throws {
        let folder = try TemporaryFolder()
        let rows = "id,image\na/b,\(Self.images)/grey-8.png|\(Self.images)/grey.jpg\nbad,/nowhere.png\n"
        let outcome = try TinyModel.generate(
            [
                "-", "--image-column", "image", "--allow-any-image", "--heat-maps", "\(folder.path)/maps.jsonl", "--overlay",
                folder.path,
                "--format", "csv",
            ], input: rows)
        #expect(outcome.status == 65, "\(outcome.errors)")
        let pictures = ["1-a-b-2-small-pleural-effusion.png", "1-a-b-small-pleural-effusion.png"]
        #expect(try folder.contents == pictures + ["maps.jsonl"])
        for name in pictures {
            let bytes = try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)"))
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
        let maps = try folder.text(of: "maps.jsonl").split(separator: "\n").map { try HilumProcess.object($0) }
        #expect(maps.map { $0["id"] as? String } == ["a/b", "a/b"])
        for map in maps {
            #expect((map["values"] as? [Double])?.count == (map["rows"] as? Int ?? 0) * (map["columns"] as? Int ?? 0))
            #expect((map["overlay"] as? String)?.hasPrefix(folder.path) == true)
        }
    }

    @Test(
        "writes the same on any number of threads", arguments: [[], ["--beam", "2"], ["--temperature", "1", "--top-p", "0.9"]])
    func threads(options: [String]) throws {
        let rows = "id,image\n" + (1...4).map { "\($0),\(Self.images)/grey-\($0 % 2 == 0 ? "8" : "16").png\n" }.joined()
        let outputs = try ["1", "3"].map {
            try TinyModel.generate(["-", "--image-column", "image", "--allow-any-image", "--threads", $0] + options, input: rows)
                .output
        }
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].split(separator: "\n").count == 4)
    }

    @Test("writes references of images")
    func references() throws {
        let input = "{\"id\":1,\"image\":\"\(Self.images)/grey-8.png\",\"candidate\":\"Small pleural effusion.\"}\n"
        let outcome = try HilumProcess.run(
            ["score", "-", "--candidate", "candidate", "--generate-references", "--image-column", "image", "--allow-any-image"]
                + TinyModel.option, input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let row = try HilumProcess.object(outcome.output)
        #expect(row["generated_reference"] as? String == "Small pleural effusion.")
        #expect((row["kg"] as? [String: Any])?["reward"] as? Double == 1)
        #expect((row["signature"] as? String)?.contains("|references:generated-of-images|generator:tiny-") == true)
    }

    @Test(
        "cannot use a checkpoint that is not there, or is none",
        arguments: [("/nowhere", 66, "/nowhere/config.json: cannot be read"), ("EMPTY", 65, "config.json: ")]
            as [(String, Int32, String)])
    func badModel(path: String, status: Int32, says: String) throws {
        let folder = try TemporaryFolder()
        try folder.file("config.json", "{}")
        for name in ["model.safetensors", "tokenizer.json"] { try folder.file(name, "") }
        let outcome = try HilumProcess.run([
            "generate", "--findings", "edema", "--model", path == "EMPTY" ? folder.path : path,
        ])
        #expect(outcome.status == status)
        #expect(outcome.errors.hasPrefix("hilum: error: ") && outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("writes with the weights that the command carries")
    func bundled() throws {
        let outcome = try HilumProcess.run(["generate", "--findings", "small left pleural effusion; no pneumothorax"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try HilumProcess.object(outcome.output)["leftovers"] as? [String] == [])
    }

    @Test("refuses all views of a study where one is no radiograph")
    func oneView() throws {
        let folder = try Self.folder()
        let outcome = try TinyModel.generate([
            "--image", "\(Self.images)/grey-8.png", "--image", "\(folder.path)/text.png",
        ])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("\(folder.path)/text.png: text"), "\(outcome.errors)")
    }

    @Test("goes on behind a row whose image cannot be used, and names the file as seen from the folder of the input")
    func rows() throws {
        let folder = try Self.folder()
        let path = try folder.file(
            "rows.csv",
            "id,image\nlater,truncated.png\nsub, sub/dicom.png \ntwo,empty.png; text.png\nnone,\ngone,/nowhere/x.png\n")
        let outcome = try TinyModel.generate([path, "--image-column", "image", "--threads", "2"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasSuffix("hilum: error: 5 of 5 rows have no report; the output says why\n"), "\(outcome.errors)")
        let rows = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(rows.map { $0["id"] as? String } == ["later", "sub", "two", "none", "gone"])
        let reasons = rows.compactMap { $0["reason"] as? String }
        try #require(reasons.count == 5)
        #expect(reasons[0].hasPrefix("\(folder.path)/truncated.png: "))
        #expect(reasons[1].hasPrefix("\(folder.path)/sub/dicom.png: DICOM"))
        #expect(reasons[2].hasPrefix("\(folder.path)/empty.png: "))
        #expect(reasons[3] == "there is no image to write of")
        #expect(reasons[4].hasPrefix("cannot read /nowhere/x.png: "))
        for row in rows { #expect(row["report"] is NSNull && row["generated"] as? Bool == false) }
    }

    @Test("finds images from the working folder where the rows come through a pipe")
    func pipe() throws {
        let folder = try Self.folder()
        let outcome = try TinyModel.generate(
            ["-", "--image-column", "image"], input: "id,image\na,text.png\n", directory: folder.path)
        #expect(
            try HilumProcess.object(outcome.output)["reason"] as? String
                == "text.png: text, whatever the name says, and neither PNG nor JPEG; save the radiograph as one of them")
    }

    @Test("writes no reference of an image that cannot be used: an error that names line, column and file")
    func reference() throws {
        let folder = try Self.folder()
        let path = try folder.file("rows.csv", "id,image,candidate\na,text.png,Edema.\n")
        let outcome = try HilumProcess.run([
            "score", path, "--candidate", "candidate", "--generate-references", "--image-column", "image",
        ])
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.hasPrefix(
                "hilum: error: \(path):2: column 'image': no reference can be written: \(folder.path)/text.png: "),
            "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("does not write over an image, nor into a folder that is not there", arguments: ["-o", "--heat-maps", "--overlay"])
    func outputs(option: String) throws {
        let folder = try Self.folder()
        let image = "\(folder.path)/text.png"
        let outcome = try TinyModel.generate([
            "--image", image, option, option == "--overlay" ? "/nowhere/maps" : image,
        ])
        #expect(outcome.status == 74)
        #expect(
            outcome.errors.contains(option == "--overlay" ? "no such folder; make it first" : "it is the input"),
            "\(outcome.errors)")
        #expect(try folder.text(of: "text.png") == "No acute disease. secret\n")
    }
}
