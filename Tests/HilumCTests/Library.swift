import Foundation
import HilumTestSupport

/// The built library, and programs that use it.
enum Library {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the header.
    static let header = root.appending(path: "Sources/HilumC/include")

    /// The product, which lies beside the test bundle.
    static var file: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let folder = (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
        #if os(macOS)
            return folder.appending(path: "libHilumC.dylib")
        #else
            return folder.appending(path: "libHilumC.so")
        #endif
    }

    static let clang = find("clang")
    static let python = find("python3")

    private static func find(_ program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs a program to its end.
    static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: try folder.file("out", ""))
        process.standardError = FileHandle(forWritingAtPath: try folder.file("err", ""))
        try process.run()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: try folder.text(of: "out"), errors: try folder.text(of: "err"))
    }
}
