/// Why a result could not be written.
public enum OutputError: Error, Equatable, CustomStringConvertible {
    /// No such folder, no permission, no space, and what else the system says.
    case unwritable(path: String, reason: String)
    /// The output is the file that is being read.
    case isInput(path: String)
    /// Whoever read standard output has stopped reading: nothing is wrong, and there is no more to do.
    case closedPipe

    public var description: String {
        switch self {
        case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
        case .isInput(let path): "cannot write \(path): it is the input; name another file"
        case .closedPipe: "the reader of the output has gone"
        }
    }
}
