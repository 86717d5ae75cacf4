import Foundation
import HilumTestSupport
import Testing

/// What a run of the built command came to.
struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: true) }
}

/// Runs the built `hilum`, which lies beside the test bundle.
enum HilumProcess {
    static var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent().appending(path: "hilum")
    }

    /// The tables of this repository, compiled by the command itself.
    static let ontology = Result<String, any Error> {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "hilum-\(ProcessInfo.processInfo.processIdentifier).sqlite"
        ).path
        let outcome = try run(["ontology", "build", tables, "-o", path])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return path
    }

    static var tables: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Ontology").path
    }

    /// Runs a subcommand with the ontology of the tables.
    static func runWithOntology(_ arguments: [String], input: String? = nil) throws -> Outcome {
        try run(arguments + ["--ontology", ontology.get()], input: input)
    }

    /// - Parameters:
    ///   - input: for standard input.
    ///   - executable: another one than `hilum`.
    ///   - environment: variables besides those of the tests.
    ///   - directory: the working folder.
    static func run(
        _ arguments: [String], input: String? = nil, executable: String? = nil, environment: [String: String] = [:],
        directory: String? = nil
    ) throws -> Outcome {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable.map { URL(filePath: $0) } ?? Self.executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        process.standardInput = FileHandle(forReadingAtPath: try folder.file("in", input ?? ""))
        process.standardOutput = FileHandle(forWritingAtPath: try folder.file("out", ""))
        process.standardError = FileHandle(forWritingAtPath: try folder.file("err", ""))
        try process.run()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: try folder.text(of: "out"), errors: try folder.text(of: "err"))
    }

    /// The JSON object of a line.
    static func object(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
}
