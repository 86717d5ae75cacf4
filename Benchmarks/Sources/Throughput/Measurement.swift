import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What one run took, in seconds; CPU is user and system time of all threads.
struct Measurement {
    var cpu: Double
    var wall: Double

    static let header = columns("to", "threads", "reports/CPU-s", "MB/CPU-s", "reports/s")

    func row(_ name: String, threads: Int, of corpus: Corpus) -> String {
        let reports = Double(corpus.texts.count)
        return Self.columns(
            name, "\(threads)", String(format: "%.0f", reports / cpu), String(format: "%.1f", Double(corpus.bytes) / 1e6 / cpu),
            String(format: "%.0f", reports / wall))
    }

    private static func columns(_ cells: String...) -> String {
        cells.map { String(repeating: " ", count: max(0, 15 - $0.count)) + $0 }.joined()
    }
}

/// CPU time used so far, in seconds.
enum CPUTime {
    /// Of this process.
    static var own: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Of the processes that this one started and that have ended.
    static var children: Double {
        var usage = rusage()
        getrusage(rusageChildren, &usage)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// `RUSAGE_CHILDREN`, which Glibc and Darwin declare with different types.
    private static let rusageChildren: Int32 = -1

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
