import HilumOntology
import Synchronization

/// Arrays that sentences share, and reports one after the other.
struct Workspace {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var reading = SentenceReading()
    /// That of the sentence before, in the same stretch and section.
    var topic = Topic()
    /// The observations of the last sentence.
    var antecedents = 0..<0
    var coverage = CoverageCount()

    /// Gets ready for another report.
    mutating func begin() {
        antecedents = 0..<0
        coverage = CoverageCount()
    }
}

/// Workspaces that no thread is using: to make the arrays of one anew costs as much as to read a sentence.
final class WorkspacePool: Sendable {
    /// A place for one, which is handed on without copying what stands in it. Out of the pool it is one thread's alone.
    private final class Desk: @unchecked Sendable {
        var workspace = Workspace()
    }

    private let idle = Mutex<[Desk]>([])

    /// Lends a workspace for the time of `body`. One that a very long text has made large is let go.
    func withWorkspace<Result>(_ body: (inout Workspace) -> Result) -> Result {
        let desk = idle.withLock { $0.popLast() } ?? Desk()
        desk.workspace.begin()
        defer { if desk.workspace.tokens.capacity <= Self.largest { idle.withLock { $0.append(desk) } } }
        return body(&desk.workspace)
    }

    /// In tokens.
    private static let largest = 1 << 16
}
