/// Why a call cannot be answered. It quotes no text of a report.
struct CallError: Error, CustomStringConvertible {
    var description: String
}
