import Foundation
import HilumTestSupport
import Testing

@testable import HilumModel

struct ImageErrorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Why a file is refused.
    private func error(_ path: String) -> ImageError? {
        do throws(ImageError) {
            _ = try RadiographImage(contentsOf: path)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "What is no PNG or JPEG is told by its bytes, whatever its name",
        arguments: [
            ("An upright film.", .text), ("GIF89a", .gif), ("RIFF\0\0\0\0WEBPVP8 ", .webp), ("BM\u{1}\u{1}\0\0\0\0\0\0", .bmp),
            ("II*\0", .tiff), ("MM\0*", .tiff), ("%PDF-1.7", .pdf), ("\0\0\0\u{c}jP  ", .jpeg2000),
            ("\0\0\0\u{18}ftypheic", .heif),
            ("PK\u{3}\u{4}", .archive), ("\u{1}\u{2}\u{3}", .unknown), (String(repeating: "\0", count: 128) + "DICM", .dicom),
        ] as [(String, ImageFormat)])
    func otherFormats(content: String, format: ImageFormat) throws {
        let path = try folder.file("image.png", content)
        #expect(error(path) == .otherFormat(file: path, format: format))
    }

    @Test("DICOM is refused with a command that converts the file")
    func dicom() throws {
        let path = try folder.file("image.dcm", [UInt8](repeating: 0, count: 128) + Array("DICM".utf8))
        #expect(
            try #require(error(path)).description.contains("dcmj2pnm --write-16-bit-png --min-max-window '\(path)' '\(path).png'")
        )
    }

    @Test("An image under another name is read by its bytes")
    func otherName() throws {
        let path = try folder.file("image.jpg", try ImageFixture.bytes("grey-8.png"))
        #expect(error(path) == nil)
    }

    @Test("A file that is missing, a folder or empty is told as such")
    func noFile() throws {
        let missing = folder.path + "/none.png"
        #expect(try #require(error(missing)).isUnreadable)
        #expect(error(folder.path) == .unreadable(file: folder.path, reason: "it is a folder; name a file in it"))
        let empty = try folder.file("empty.png", "")
        #expect(error(empty) == .empty(file: empty))
    }

    @Test("A file that may not be read is told as such", .enabled(if: geteuid() != 0, "root may read everything"))
    func noPermission() throws {
        let path = try folder.file("closed.png", try ImageFixture.bytes("grey-8.png"))
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(try #require(error(path)).isUnreadable)
    }

    @Test("A file of 2 GB is refused by its size, and by its format first")
    func hugeFile() throws {
        for (name, beginning) in [("image.png", try ImageFixture.bytes("grey-8.png")), ("image.tiff", Array("II*\0".utf8))] {
            let path = try folder.file(name, beginning)
            try #require(truncate(path, 2 << 30) == 0)
            #expect(error(path) == (name == "image.png" ? .tooLarge(file: path) : .otherFormat(file: path, format: .tiff)))
        }
    }

    @Test("An endless file is not read to its end")
    func endless() throws {
        #expect(error("/dev/zero") == .otherFormat(file: "/dev/zero", format: .unknown))
    }

    @Test("Too many, too few and no pixels are refused by the header")
    func sizes() throws {
        let huge = ImageFixture.path("refused-huge.png"), one = ImageFixture.path("refused-one-pixel.png")
        #expect(error(huge) == .tooManyPixels(file: huge, width: 20_000, height: 20_000))
        #expect(error(one) == .tooSmall(file: one, width: 1, height: 1))
        let none = ImageFixture.path("refused-no-size.png")
        guard case .broken(none, _) = error(none) else {
            Issue.record("an image without a size is read")
            return
        }
    }

    @Test(
        "A JPEG that asks for 20,000×20,000 pixels is refused by its header",
        arguments: ["grey.jpg", "grey-progressive.jpg", "cmyk.jpg"])
    func hugeJPEG(_ name: String) throws {
        var bytes = try ImageFixture.bytes(name)
        let frame = try #require(
            bytes.indices.dropLast().first { bytes[$0] == 0xFF && [0xC0, 0xC1, 0xC2].contains(bytes[$0 + 1]) })
        bytes.replaceSubrange(frame + 5..<frame + 9, with: [0x4E, 0x20, 0x4E, 0x20])
        let path = try folder.file("huge.jpg", bytes)
        #expect(error(path) == .tooManyPixels(file: path, width: 20_000, height: 20_000))
    }

    @Test("A file that has lost its end is told as such, wherever it was cut", arguments: try ImageFixture.all)
    func truncated(_ fixture: ImageFixture) throws {
        let bytes = try ImageFixture.bytes(fixture.name)
        for share in [0.5, 0.7, 0.9, 0.99] {
            let path = try folder.file("cut", Array(bytes.prefix(Int(Double(bytes.count) * share))))
            let found = error(path)
            // What libjpeg notices first may be that a table or a scan is missing.
            if case .broken? = found, fixture.isJPEG { continue }
            #expect(found == .truncated(file: path))
        }
    }

    @Test("A PNG whose check sum is wrong is refused in libpng's words")
    func checkSum() throws {
        var bytes = try ImageFixture.bytes("grey-8.png")
        bytes[bytes.count - 20] ^= 1
        let path = try folder.file("broken.png", bytes)
        guard case .broken(path, let problem) = error(path) else {
            Issue.record("a broken image is read")
            return
        }
        #expect(!problem.isEmpty)
    }

    @Test("A JPEG whose pixels end before its rows do is refused", arguments: ["grey.jpg", "ycc-420.jpg", "cmyk.jpg"])
    func damagedScan(_ name: String) throws {
        var bytes = try ImageFixture.bytes(name)
        bytes.insert(contentsOf: [0xFF, 0xD9], at: bytes.count - 400)
        let path = try folder.file("broken.jpg", bytes)
        #expect(error(path) != nil)
    }

    @Test(
        "A JPEG that its EXIF turns or mirrors is refused, one that it calls upright is read", arguments: 1...8, [true, false])
    func orientation(_ orientation: UInt8, isLittleEndian: Bool) throws {
        let directory: [UInt8] =
            isLittleEndian
            ? Array("II*\0".utf8) + [8, 0, 0, 0, 2, 0] + [0x0F, 1, 2, 0, 1, 0, 0, 0, 65, 0, 0, 0]
                + [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
            : Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 2] + [1, 0x0F, 0, 2, 0, 0, 0, 1, 65, 0, 0, 0]
                + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        let content = Array("Exif\0\0".utf8) + directory + [0, 0, 0, 0]
        var bytes = try ImageFixture.bytes("grey.jpg")
        bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content, at: 2)
        let path = try folder.file("turned.jpg", bytes)
        #expect(error(path) == (orientation == 1 ? nil : .turned(file: path)))
        // Whatever is cut off, it is no reason to stop.
        for length in 2..<60 { _ = EXIFOrientation.stated(in: Array(bytes.prefix(length))) }
    }

    @Test("Every message names the file")
    func messages() throws {
        let errors: [ImageError] =
            [
                .unreadable(file: "a.png", reason: "no"), .noLibrary(file: "a.png", reason: "no"), .empty(file: "a.png"),
                .tooLarge(file: "a.png"), .turned(file: "a.png"),
                .truncated(file: "a.png"), .broken(file: "a.png", problem: "no"),
                .tooManyPixels(file: "a.png", width: 1, height: 2),
                .tooSmall(file: "a.png", width: 1, height: 2), .colourful(file: "a.png", share: 0.5),
                .outOfMemory(file: "a.png", width: 1, height: 2),
            ] + ImageFormat.allCases.map { .otherFormat(file: "a.png", format: $0) }
        for error in errors { #expect(error.description.contains("a.png")) }
    }
}
