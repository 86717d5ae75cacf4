import Hilum

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ends with nil. Set before the handlers are, and read by them alone.
nonisolated(unsafe) private var pathsToRemove: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

/// Removes half-written files when the process is told to stop.
enum Interruption {
    /// From now on SIGINT, SIGTERM and SIGHUP remove what the outputs have written beside their targets, and then do what they always do.
    /// One that the process was started to ignore, as nohup does, stays ignored.
    static func removesTemporaryFiles(of outputs: [OutputFile]) {
        let paths = outputs.compactMap(\.temporaryPath)
        guard !paths.isEmpty else { return }
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: paths.count + 1)
        for (index, path) in paths.enumerated() { (list + index).initialize(to: strdup(path)) }
        (list + paths.count).initialize(to: nil)
        pathsToRemove = list
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let old = signal(number, SIG_IGN)
            if unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { continue }
            signal(number) { number in
                // Only calls that are safe inside a handler.
                var next = pathsToRemove
                while let path = next?.pointee {
                    unlink(path)
                    next = next?.advanced(by: 1)
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }
}
