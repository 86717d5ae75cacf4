import Foundation
import HilumModel
import HilumTestSupport
import Testing

struct CheckpointFileTests {
    @Test("A path that leads to no file is an error that names it", arguments: ["missing", "", "pipe"])
    func unreadable(name: String) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/\(name)"
        if name == "pipe" { #expect(mkfifo(path, 0o600) == 0) }
        let error = try #require(#expect(throws: ModelError.self) { try CheckpointFile(contentsOf: path) })
        #expect(error.description.hasPrefix("\(path): cannot be read: "))
    }

    @Test("A file has its bytes, also when it has none", arguments: [0, 1, 5000])
    func mapped(count: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let file = try CheckpointFile(contentsOf: folder.file("f", bytes))
        #expect(file.withBytes { Array($0) } == bytes)
        #expect(file.name == "\(folder.path)/f")
    }
}
