import Hilum
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ends with nil. Set before the handlers are, and read by them alone.
nonisolated(unsafe) private var pathsToRemove: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
/// Whether rows are being written.
private let isWriting = Atomic<Bool>(false)
/// The signal that told the process to stop; 0 while none has.
private let stopSignal = Atomic<Int32>(0)

/// What a process leaves that is told to stop: of a file nothing, on standard output whole rows.
enum Interruption {
    /// From now on SIGINT, SIGTERM and SIGHUP remove what the outputs have written beside their targets, and then do what they
    /// always do, but wait for what `whole` is doing; a second signal does not. One that the process was started to ignore, as
    /// nohup does, stays ignored.
    static func removesTemporaryFiles(of outputs: [OutputFile]) {
        let paths = outputs.compactMap(\.temporaryPath)
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: paths.count + 1)
        for (index, path) in paths.enumerated() { (list + index).initialize(to: strdup(path)) }
        (list + paths.count).initialize(to: nil)
        pathsToRemove = list
        // Made now, as a handler must not be the first to use them.
        isWriting.store(false, ordering: .sequentiallyConsistent)
        stopSignal.store(0, ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let old = signal(number, SIG_IGN)
            if unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { continue }
            signal(number) { number in
                // Only calls that are safe inside a handler.
                let isFirst = stopSignal.exchange(number, ordering: .sequentiallyConsistent) == 0
                if isFirst, isWriting.load(ordering: .sequentiallyConsistent) { return }
                stop(number)
            }
        }
    }

    /// Writes rows that a signal does not cut: the process stops before or behind them. For one task at a time.
    static func whole<Failure>(_ write: () throws(Failure) -> Void) throws(Failure) {
        // In this order: either the handler sees that there is writing, or what follows sees the signal.
        isWriting.store(true, ordering: .sequentiallyConsistent)
        stopIfTold()
        defer {
            isWriting.store(false, ordering: .sequentiallyConsistent)
            stopIfTold()
        }
        try write()
    }

    private static func stopIfTold() {
        let number = stopSignal.load(ordering: .sequentiallyConsistent)
        if number != 0 { stop(number) }
    }
}

/// Ends the process as the signal does that nobody handles. Safe inside a handler.
private func stop(_ number: Int32) {
    var next = pathsToRemove
    while let path = next?.pointee {
        unlink(path)
        next = next?.advanced(by: 1)
    }
    signal(number, SIG_DFL)
    // The threads of tasks take no signals.
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(number)
}
