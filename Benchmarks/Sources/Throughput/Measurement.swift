import Foundation
import Hilum

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What one pass took, in seconds; CPU is user and system time of all threads.
struct Measurement {
    var items: Int
    var bytes: Int
    var cpu: Double
    var wall: Double

    /// Appends `{"items","bytes","cpu","wall"}`.
    func append(to writer: inout JSONWriter) {
        writer.object {
            $0.key("items")
            $0.integer(items)
            $0.key("bytes")
            $0.integer(bytes)
            $0.key("cpu")
            $0.number(cpu)
            $0.key("wall")
            $0.number(wall)
        }
    }
}

/// CPU time used so far, in seconds.
enum CPUTime {
    /// Of this process.
    static var own: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    /// Of this thread.
    static var thread: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
