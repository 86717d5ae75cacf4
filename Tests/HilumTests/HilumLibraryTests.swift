import Foundation
import Testing

@testable import Hilum

@Suite("Hilum as a library")
struct HilumLibraryTests {
    let hilum: Hilum

    init() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        hilum = Hilum(ontology: try Ontology(tables: folder.appending(path: "Ontology").path))
    }

    @Test("Tables are compiled to a file that opens as the same ontology")
    func compile() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let compiled = try Ontology.compile(tables: folder.appending(path: "Ontology").path)
        let path = FileManager.default.temporaryDirectory.appending(path: "hilum-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try compiled.write(to: path)
        #expect(try Ontology(contentsOf: path) == hilum.ontology)
    }

    @Test("Text becomes a graph")
    func extract() {
        let graph = hilum.extract("Small left pleural effusion. No pneumothorax.")
        let statements = graph.observations.map { "\($0.status.rawValue) \(graph.concept($0.concept).name)" }
        #expect(statements == ["present pleural effusion", "absent pneumothorax"])
    }

    @Test("Texts are scored as their graphs are")
    func score() {
        let reference = "Small left pleural effusion."
        let candidate = "Small right pleural effusion."
        let score = hilum.score(candidate: candidate, reference: reference)
        #expect(score == hilum.score(candidate: hilum.extract(candidate), reference: hilum.extract(reference)))
        #expect(score.factuality.errors.map(\.category) == [.incorrectLocation])
        #expect(hilum.score(candidate: reference, reference: reference).kg.reward == 1)
    }

    @Test("Many pairs are scored in their order, as each alone", arguments: [0, 1, 31, 32, 33, 500])
    func batch(count: Int) async throws {
        let sentences = ["Small left pleural effusion.", "No pneumothorax.", "", "Cardiomegaly.", "Right lower lobe pneumonia."]
        let pairs = (0..<count).map {
            (candidate: sentences[$0 % sentences.count], reference: sentences[$0 / sentences.count % sentences.count])
        }
        let scores = try await hilum.score(pairs)
        #expect(scores == pairs.map { hilum.score(candidate: $0.candidate, reference: $0.reference) })
    }

    @Test("A batch whose task is cancelled throws")
    func cancelled() async {
        let task = Task { [hilum] in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await hilum.score([(candidate: "", reference: "")])
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

@Suite("Ordered work")
struct OrderedWorkTests {
    @Test(
        "delivers in order whatever takes long, and never holds more than twice as many pieces as threads",
        arguments: [1, 2, 3, 8])
    func order(threads: Int) async throws {
        var next = 0
        var delivered: [Int] = []
        var held = 0
        try await OrderedWork.run(
            threads: threads,
            next: { () throws -> Int? in
                guard next < 100 else { return nil }
                next += 1
                held = max(held, next - delivered.count)
                return next
            },
            work: { piece in
                if piece % 10 == 1 { usleep(3000) }
                return piece * 2
            },
            deliver: { delivered.append($0) })
        #expect(delivered == (1...100).map { $0 * 2 })
        #expect(held <= 2 * threads)
    }

    @Test("lets a piece that takes long hold up no more than the window, and no fewer", arguments: [4, 9, 50])
    func window(window: Int) async throws {
        var next = 0
        var delivered: [Int] = []
        var held = 0
        let slow = AsyncStream<Void>.makeStream()
        try await OrderedWork.run(
            threads: 3, window: window,
            next: { () throws -> Int? in
                guard next < 100 else { return nil }
                next += 1
                held = max(held, next - delivered.count)
                return next
            },
            work: { piece in
                if piece == 1 { for await _ in slow.stream { break } }
                // The last that fits beside the slow one.
                if piece == window { slow.continuation.yield() }
                return piece
            },
            deliver: { delivered.append($0) })
        #expect(delivered == Array(1...100))
        #expect(held == window)
    }

    @Test("ends at once when the work fails, without the pieces before")
    func workFailure() async {
        var delivered: [Int] = []
        var next = 0
        await #expect(throws: Stop.self) {
            try await OrderedWork.run(
                threads: 2,
                next: { () throws -> Int? in
                    next += 1
                    return next
                },
                work: { piece in
                    if piece == 2 { throw Stop() }
                    try await Task.sleep(for: .seconds(60))
                    return piece
                }, deliver: { delivered.append($0) })
        }
        #expect(delivered.isEmpty)
    }

    struct Stop: Error {}

    @Test("delivers what was taken before a piece that cannot be taken", arguments: [1, 4, .max])
    func failure(threads: Int) async {
        var next = 0
        var delivered: [Int] = []
        await #expect(throws: Stop.self) {
            try await OrderedWork.run(
                threads: threads,
                next: { () throws -> Int? in
                    next += 1
                    if next > 10 { throw Stop() }
                    return next
                },
                work: { $0 }, deliver: { delivered.append($0) })
        }
        #expect(delivered == Array(1...10))
    }
}
