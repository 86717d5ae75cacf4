/// How many rows, or other things, are done, on one line of a terminal's standard error.
struct Progress {
    private(set) var isShown: Bool
    private let noun: String
    private let total: Int?
    private var count = 0
    private var details = ""
    private let start = ContinuousClock.now
    private var lastDone = ContinuousClock.now
    private var lastShown = ContinuousClock.now

    /// - Parameters:
    ///   - noun: what is counted, in the plural.
    ///   - total: how many there are; nil where that is not known.
    init(isShown: Bool, noun: String = "rows", total: Int? = nil) {
        self.isShown = isShown
        self.noun = noun
        self.total = total
    }

    /// - Parameter details: to stand behind the count.
    mutating func advance(by done: Int, _ details: String = "") {
        count += done
        self.details = details
        lastDone = .now
        if isShown, lastDone - lastShown > .milliseconds(200) { show(at: lastDone) }
    }

    /// Shows for how long nothing was done, if that is a while.
    mutating func showWait() {
        let now = ContinuousClock.now
        guard isShown, now - lastDone > .seconds(2) else { return }
        show(at: now, ", waiting for \((now - lastDone).components.seconds) s")
    }

    private mutating func show(at now: ContinuousClock.Instant, _ end: String = "") {
        lastShown = now
        let rate = Double(count) / ((now - start) / .seconds(1))
        let pace = rate < 10 ? "\(Int(rate * 60)) a minute" : "\(Int(rate)) a second"
        StandardError.write("\r\u{1B}[K\(count)\(total.map { " of \($0)" } ?? "") \(noun), \(pace)\(details)\(end)")
    }

    /// Leaves the line empty, and shows nothing more.
    mutating func finish() {
        if isShown { StandardError.write("\r\u{1B}[K") }
        isShown = false
    }
}
