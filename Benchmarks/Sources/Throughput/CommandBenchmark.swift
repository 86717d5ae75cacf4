import ArgumentParser
import Foundation

/// `hilum extract`, JSONL to JSONL, as a process of its own.
struct CommandBenchmark {
    private let hilum: URL
    private let input: URL

    init(hilum: String, corpus: Corpus) throws {
        self.hilum = URL(filePath: hilum)
        input = FileManager.default.temporaryDirectory.appending(path: "hilum-throughput-\(UUID().uuidString).jsonl")
        try corpus.jsonl().write(to: input)
    }

    func removeInput() {
        try? FileManager.default.removeItem(at: input)
    }

    func measure(threads: Int) throws -> Measurement {
        let process = Process()
        process.executableURL = hilum
        process.arguments = [
            "extract", input.path, "--id", "id", "--text", "text", "--format", "jsonl", "--threads", "\(threads)",
        ]
        process.standardOutput = FileHandle.nullDevice
        let clock = ContinuousClock()
        let cpu = CPUTime.children
        let start = clock.now
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ValidationError("\(hilum.path) extract failed with status \(process.terminationStatus)")
        }
        return Measurement(cpu: CPUTime.children - cpu, wall: (clock.now - start).seconds)
    }
}
