import HilumOntology
import Synchronization

/// Arrays that sentences share, and reports one after the other.
struct Workspace {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var reading = SentenceReading()
    /// That of the sentence before, in the same section.
    var previous = SentenceReading()
    /// The observations of the last sentence.
    var antecedents = 0..<0
    var coverage = CoverageCount()

    /// Gets ready for another report.
    mutating func begin() {
        previous.topic = SentenceReading.none
        antecedents = 0..<0
        coverage = CoverageCount()
    }
}

/// Workspaces that no thread is using: to make the arrays of one anew costs as much as to read a sentence.
final class WorkspacePool: Sendable {
    private let idle = Mutex<[Workspace]>([])

    func take() -> Workspace {
        var workspace = idle.withLock { $0.popLast() } ?? Workspace()
        workspace.begin()
        return workspace
    }

    /// One that a very long text has made large is let go.
    func give(back workspace: consuming Workspace) {
        guard workspace.tokens.capacity <= Self.largest else { return }
        let workspace = workspace
        idle.withLock { $0.append(workspace) }
    }

    /// In tokens.
    private static let largest = 1 << 16
}
