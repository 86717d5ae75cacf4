/// How many rows, or other things, are done, on one line of a terminal's standard error.
struct Progress {
    let isShown: Bool
    private let noun: String
    private let total: Int?
    private var count = 0
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now

    /// - Parameters:
    ///   - noun: what is counted, in the plural.
    ///   - total: how many there are; nil where that is not known.
    init(isShown: Bool, noun: String = "rows", total: Int? = nil) {
        self.isShown = isShown
        self.noun = noun
        self.total = total
    }

    /// - Parameter details: to stand behind the count.
    mutating func advance(by done: Int, _ details: @autoclosure () -> String = "") {
        count += done
        let now = ContinuousClock.now
        guard isShown, now - last > .milliseconds(200) else { return }
        last = now
        let rate = Double(count) / ((now - start) / .seconds(1))
        let pace = rate < 10 ? "\(Int(rate * 60)) a minute" : "\(Int(rate)) a second"
        StandardError.write("\r\u{1B}[K\(count)\(total.map { " of \($0)" } ?? "") \(noun), \(pace)\(details())")
    }

    /// Leaves the line empty.
    func finish() {
        if isShown { StandardError.write("\r\u{1B}[K") }
    }
}
