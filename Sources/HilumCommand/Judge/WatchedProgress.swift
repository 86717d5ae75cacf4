import Synchronization

/// Progress that also moves while nothing comes, so that a wait is not taken for the end.
final class WatchedProgress: Sendable {
    private let progress: Mutex<Progress>

    init(_ progress: Progress) {
        self.progress = Mutex(progress)
    }

    /// Looks every second whether there is a wait to show, until it is cancelled.
    func watch() async {
        guard progress.withLock(\.isShown) else { return }
        while (try? await Task.sleep(for: .seconds(1))) != nil { progress.withLock { $0.showWait() } }
    }

    func advance(_ details: String) {
        progress.withLock { $0.advance(by: 1, details) }
    }

    func finish() {
        progress.withLock { $0.finish() }
    }
}
