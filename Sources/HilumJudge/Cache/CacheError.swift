/// Why a cache cannot be used. It quotes nothing that is kept in it.
public enum CacheError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be made or opened.
    case unusable(path: String, reason: String)
    /// There is such a file, but it is no cache of completions, or no longer a whole one.
    case foreign(path: String, reason: String)

    public var description: String {
        switch self {
        case .unusable(let path, let reason): "the cache \(path) cannot be used: \(reason)"
        case .foreign(let path, let reason):
            "\(path) is no cache of completions (\(reason)); name another file with --cache, or remove this one"
        }
    }
}
