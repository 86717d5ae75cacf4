import Foundation
import HilumTestSupport
import Testing

@testable import HilumReports

@Suite("An output file")
struct OutputFileTests {
    @Test("appears when it is finished, not before")
    func appears() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFile(path: folder.path + "/out.jsonl")
        try output.write(Array("one\n".utf8))
        #expect(try !folder.contents.contains("out.jsonl"))
        try output.write(Array("two\n".utf8))
        try output.finish()
        #expect(try folder.contents == ["out.jsonl"])
        #expect(try folder.text(of: "out.jsonl") == "one\ntwo\n")
    }

    @Test("leaves nothing if it is not finished, and the old one as it was")
    func abandoned() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("out.csv", "old")
        do {
            let output = try OutputFile(path: path)
            try output.write(Array("new".utf8))
        }
        #expect(try folder.contents == ["out.csv"])
        #expect(try folder.text(of: "out.csv") == "old")
    }

    @Test("takes the place of the old one, with its permissions")
    func replaces() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("out.csv", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let output = try OutputFile(path: path)
        try output.write(Array("new".utf8))
        try output.finish()
        #expect(try folder.text(of: "out.csv") == "new")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    }

    @Test("behind a link leaves the link")
    func link() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("real.csv", "old")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.csv", withDestinationPath: path)
        let output = try OutputFile(path: folder.path + "/link.csv")
        try output.write(Array("new".utf8))
        try output.finish()
        #expect(try folder.text(of: "real.csv") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.csv") == path)
    }

    @Test("is refused if it is a folder, the input, or in no folder")
    func refused() throws {
        let folder = try TemporaryFolder()
        let input = try folder.file("in.csv", "id\n")
        #expect(throws: OutputError.isInput(path: folder.path + "/./in.csv")) {
            try OutputFile(path: folder.path + "/./in.csv", input: input)
        }
        #expect(throws: OutputError.unwritable(path: folder.path, reason: "it is a folder")) { try OutputFile(path: folder.path) }
        #expect(throws: OutputError.unwritable(path: "a file without a name", reason: "give it one")) { try OutputFile(path: "") }
        let nowhere = folder.path + "/none/out.csv"
        #expect(throws: OutputError.unwritable(path: nowhere, reason: "its folder does not exist; make it first")) {
            try OutputFile(path: nowhere)
        }
        #expect(try folder.contents == ["in.csv"])
    }

    @Test(
        "has a temporary name that is free, and no longer than a file system takes",
        arguments: ["out.csv", String(repeating: "é", count: 127)])
    func temporaryNames(name: String) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/\(name)"
        let first = try OutputFile(path: path)
        let second = try OutputFile(path: path)
        #expect(first.temporaryPath != nil && second.temporaryPath != nil && first.temporaryPath != second.temporaryPath)
        try second.write([1])
        try second.finish()
        try first.write([2])
        try first.finish()
        #expect(try folder.contents == [name])
    }

    @Test("is refused behind a link that leads nowhere, and a device where a file is needed")
    func noFile() throws {
        let folder = try TemporaryFolder()
        let link = folder.path + "/link.csv"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/none.csv")
        #expect(throws: OutputError.unwritable(path: link, reason: "it is a link that leads nowhere")) {
            try OutputFile(path: link)
        }
        #expect(throws: OutputError.unwritable(path: "/dev/null", reason: "it is no regular file")) {
            try OutputFile(path: "/dev/null", mustBeRegular: true)
        }
    }

    @Test("is the same under another spelling of its path, be it there or not")
    func same() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("out.csv", "")
        #expect(OutputFile.isSame(path, folder.path + "/./out.csv"))
        let roundabout = "\(folder.path)/../\(URL(filePath: folder.path).lastPathComponent)/new.csv"
        #expect(OutputFile.isSame(folder.path + "/new.csv", roundabout))
        #expect(OutputFile.isSame("new.csv", "./new.csv"))
        #expect(!OutputFile.isSame("new.csv", "newer.csv"))
    }

    #if os(Linux)
        @Test("on a full disk is an error")
        func full() throws {
            let output = try OutputFile(path: "/dev/full")
            #expect(throws: OutputError.unwritable(path: "/dev/full", reason: "No space left on device")) {
                try output.write([1])
            }
        }
    #endif
}
