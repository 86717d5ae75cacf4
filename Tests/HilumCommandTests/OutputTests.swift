import Foundation
import HilumTestSupport
import Testing

@Suite("The output of a command")
struct OutputTests {
    /// So many rows that they take several pieces; the last is bad.
    static let brokenInput = "id,text\n" + (1...500).map { "r\($0),No pneumothorax.\n" }.joined() + "r501\n"

    @Test("is a file that appears whole")
    func whole() throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.runWithOntology(
            ["extract", "-", "-o", folder.path + "/out.jsonl"], input: "id,text\na,\nb,\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(try folder.contents == ["out.jsonl"])
        #expect(try folder.text(of: "out.jsonl").split(separator: "\n").count == 2)
    }

    @Test("is not there after an error, and the old one stays", arguments: [nil, "old"])
    func notHalfWritten(old: String?) throws {
        let folder = try TemporaryFolder()
        if let old { _ = try folder.file("out.jsonl", old) }
        let outcome = try HilumProcess.runWithOntology(
            ["extract", "-", "-o", folder.path + "/out.jsonl"], input: Self.brokenInput)
        #expect(outcome.status == 65)
        #expect(try folder.contents == (old == nil ? [] : ["out.jsonl"]))
        if let old { #expect(try folder.text(of: "out.jsonl") == old) }
    }

    @Test("on standard output has all rows before a bad one, on any number of threads", arguments: ["1", "2", "5"])
    func rowsBeforeError(threads: String) throws {
        let outcome = try HilumProcess.runWithOntology(["extract", "-", "--threads", threads], input: Self.brokenInput)
        #expect(outcome.status == 65)
        #expect(outcome.lines.count == 500)
        #expect(outcome.errors.contains("standard input:502:"))
    }

    @Test("that nobody reads any more ends quietly")
    func closedPipe() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        let pipe = Pipe()
        let rows = (1...5000).map { "r\($0),No pneumothorax.\n" }
        process.executableURL = HilumProcess.executable
        process.arguments = [
            "extract", try folder.file("r.csv", "id,text\n" + rows.joined()), "--ontology", try HilumProcess.ontology.get(),
        ]
        process.standardOutput = pipe
        process.standardError = FileHandle(forWritingAtPath: try folder.file("err", ""))
        try process.run()
        try pipe.fileHandleForReading.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        #expect(try folder.text(of: "err").isEmpty)
    }

    /// What reads `id,text,other` and writes to standard output, or to a file with `-o`.
    static let commands = [
        ["extract", "-", "--format", "csv"], ["score", "-", "--reference", "text", "--candidate", "other", "--format", "csv"],
    ]

    @Test("of a run that is told to stop is not there, nor its temporary file", .timeLimit(.minutes(10)), arguments: commands)
    func interrupted(command: [String]) throws {
        let folder = try TemporaryFolder()
        let process = Process()
        let input = Pipe()
        process.executableURL = HilumProcess.executable
        process.arguments = command + ["--ontology", try HilumProcess.ontology.get(), "-o", folder.path + "/out.csv"]
        process.standardInput = input
        try process.run()
        input.fileHandleForWriting.write(Data("id,text,other\na,No pneumothorax.,Clear lungs.\n".utf8))
        // The header is written when all is set up, so that the run is in the middle.
        while try folder.contents.allSatisfy({ try folder.text(of: $0).isEmpty }), process.isRunning { usleep(10_000) }
        #expect(try folder.contents.allSatisfy { $0 != "out.csv" })
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try folder.contents.isEmpty)
    }

    /// A run that has filled the pipe of its standard output, so that it stands in the middle of a write.
    private func runIntoFullPipe(_ command: [String], in folder: TemporaryFolder) throws -> (Process, FileHandle) {
        let rows = (1...5000).map { "r\($0),No pneumothorax. Small left pleural effusion.,Clear lungs.\n" }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = HilumProcess.executable
        process.arguments = [command[0], try folder.file("r.csv", "id,text,other\n" + rows.joined())] + command[2...]
        process.arguments? += ["--ontology", try HilumProcess.ontology.get()]
        process.standardOutput = pipe
        let end = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_DUPFD_CLOEXEC, 0)
        defer { close(end) }
        try process.run()
        var status = pollfd(fd: end, events: Int16(POLLOUT), revents: 0)
        while poll(&status, 1, 0) == 1, process.isRunning { usleep(10_000) }
        return (process, pipe.fileHandleForReading)
    }

    @Test("on standard output has whole rows when the run is told to stop", .timeLimit(.minutes(10)), arguments: commands)
    func interruptedWrite(command: [String]) throws {
        let (process, output) = try runIntoFullPipe(command, in: TemporaryFolder())
        process.interrupt()
        // Time for one to end that does not wait, before there is room in the pipe.
        usleep(300_000)
        let written = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
        let lines = String(decoding: written, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.last == "")
        #expect(lines.count > 10 && lines.count < 5000)
        let commas = lines[0].count { $0 == "," }
        #expect(lines.dropFirst().dropLast().allSatisfy { $0.count { $0 == "," } >= commas && $0.hasPrefix("r") })
    }

    @Test("that nobody takes does not hold up a run that is told to stop twice", .timeLimit(.minutes(10)))
    func interruptedTwice() throws {
        let (process, output) = try runIntoFullPipe(Self.commands[0], in: TemporaryFolder())
        process.interrupt()
        usleep(200_000)
        #expect(process.isRunning)
        // Again and again, as two signals at once are one.
        while process.isRunning {
            process.interrupt()
            usleep(50_000)
        }
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
        try output.close()
    }

    @Test("that nobody reads any more leaves the summary complete")
    func closedPipeWithSummary() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        let pipe = Pipe()
        let rows = (1...5000).map { "r\($0),No pneumothorax.,Pneumothorax.\n" }
        process.executableURL = HilumProcess.executable
        process.arguments = [
            "score", try folder.file("r.csv", "id,a,b\n" + rows.joined()), "--reference", "a", "--candidate", "b",
            "--summary", folder.path + "/s.json", "--ontology", try HilumProcess.ontology.get(),
        ]
        process.standardOutput = pipe
        try process.run()
        try pipe.fileHandleForReading.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try HilumProcess.object(try folder.text(of: "s.json"))["n"] as? Int == 5000)
    }

    @Test("goes on when the terminal hangs up on a run under nohup", .timeLimit(.minutes(10)))
    func hangup() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        let input = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "trap '' HUP; exec \"$0\" extract - --ontology \"$1\" -o \"$2\"", HilumProcess.executable.path,
            try HilumProcess.ontology.get(), folder.path + "/out.jsonl",
        ]
        process.standardInput = input
        try process.run()
        input.fileHandleForWriting.write(Data("id,text\na,No pneumothorax.\n".utf8))
        while try folder.contents.isEmpty, process.isRunning { usleep(10_000) }
        // Long enough for the handlers to be set after the file is there.
        usleep(100_000)
        kill(process.processIdentifier, SIGHUP)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        #expect(try folder.contents == ["out.jsonl"])
    }

    #if os(Linux)
        @Test("on a full disk is 74")
        func fullDisk() throws {
            let outcome = try HilumProcess.runWithOntology(["extract", "-", "-o", "/dev/full"], input: "id,text\na,\n")
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("No space left on device"))
        }
    #endif
}
