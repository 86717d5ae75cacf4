import Foundation
import HilumTestSupport
import Testing

@Suite("hilum generate, of images")
struct GenerateImageTests {
    static let fixtures = URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(path: "Fixtures")
    static let images = fixtures.appending(path: "images").path

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
        let outcome = try HilumProcess.run(["generate", "--image", path, "-o", output])
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("hilum: error: "))
        #expect(outcome.errors.contains(path) && outcome.errors.contains(says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret") && !FileManager.default.fileExists(atPath: output))
    }

    @Test("refuses all views of a study where one is no radiograph")
    func oneView() throws {
        let folder = try Self.folder()
        let outcome = try HilumProcess.run([
            "generate", "--image", "\(Self.images)/grey-8.png", "--image", "\(folder.path)/text.png",
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
        let outcome = try HilumProcess.run(["generate", path, "--image-column", "image", "--threads", "2"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasSuffix("hilum: error: 5 of 5 rows have no report; the output says why\n"), "\(outcome.errors)")
        let rows = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(rows.map { $0["id"] as? String } == ["later", "sub", "two", "none", "gone"])
        let reasons = rows.compactMap { $0["reason"] as? String }
        try #require(reasons.count == 5)
        #expect(reasons[0].hasPrefix("\(folder.path)/truncated.png: "))
        #expect(reasons[1].hasPrefix("\(folder.path)/sub/dicom.png: DICOM"))
        #expect(reasons[2].hasPrefix("\(folder.path)/empty.png: "))
        #expect(reasons[3] == "no image is named")
        #expect(reasons[4].hasPrefix("cannot read /nowhere/x.png: "))
        for row in rows { #expect(row["report"] is NSNull && row["generated"] as? Bool == false) }
    }

    @Test("finds images from the working folder where the rows come through a pipe")
    func pipe() throws {
        let folder = try Self.folder()
        let outcome = try HilumProcess.run(
            ["generate", "-", "--image-column", "image"], input: "id,image\na,text.png\n", directory: folder.path)
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
        let outcome = try HilumProcess.run([
            "generate", "--image", image, option, option == "--overlay" ? "/nowhere/maps" : image,
        ])
        #expect(outcome.status == 74)
        #expect(
            outcome.errors.contains(option == "--overlay" ? "no such folder; make it first" : "it is the input"),
            "\(outcome.errors)")
        #expect(try folder.text(of: "text.png") == "No acute disease. secret\n")
    }
}
