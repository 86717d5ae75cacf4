import Hilum

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Removes a half-written file when the process is told to stop. Set before any signal can come, read only by the handler.
nonisolated(unsafe) private var pathToRemove: UnsafeMutablePointer<CChar>?

enum Interruption {
    /// From now on SIGINT, SIGTERM and SIGHUP remove what the output has written beside its target, and then do what they always do.
    static func removesTemporaryFile(of output: OutputFile) {
        guard let path = output.temporaryPath else { return }
        pathToRemove = strdup(path)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                // Only calls that are safe inside a handler.
                if let path = pathToRemove { unlink(path) }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }
}
