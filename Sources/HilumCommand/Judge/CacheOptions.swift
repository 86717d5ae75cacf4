import ArgumentParser
import HilumJudge

/// Where answers are kept.
struct CacheOptions: ParsableArguments {
    @Option(
        name: .customLong("cache"),
        help: ArgumentHelp(
            """
            Keep answers in this SQLite file, by a hash of what was asked; it holds no reports, but what the model wrote may quote them. \
            (default: hilum-judge.sqlite in the working folder)
            """, valueName: "file"))
    var file: String?

    @Flag(name: .customLong("no-cache"), help: "Keep nothing: a run that is stopped has to begin anew.")
    var isOff = false

    @Flag(help: "Ask again where the cache has a completion that is no answer.")
    var askAgainUnreadable = false

    func validate() throws {
        if isOff, file != nil { throw ValidationError("give either --cache or --no-cache") }
    }

    /// Nil if nothing is kept.
    var path: String? { isOff ? nil : file ?? "hilum-judge.sqlite" }

    func open() throws -> CompletionCache { try CompletionCache(path: path) }

    /// The cache if it is there, else an empty one that is not kept.
    func openIfThere() throws -> CompletionCache {
        try path.flatMap { path throws(CacheError) in try CompletionCache.existing(path: path) } ?? CompletionCache(path: nil)
    }
}
