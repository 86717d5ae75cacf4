/// How many rows are done, on one line of a terminal's standard error.
struct Progress {
    let isShown: Bool
    private var count = 0
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now

    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// - Parameter details: to stand behind the rows.
    mutating func advance(by rows: Int, _ details: @autoclosure () -> String = "") {
        count += rows
        let now = ContinuousClock.now
        guard isShown, now - last > .milliseconds(200) else { return }
        last = now
        let rate = Double(count) / ((now - start) / .seconds(1))
        StandardError.write("\r\u{1B}[K\(count) rows, \(Int(rate)) a second\(details())")
    }

    /// Leaves the line empty.
    func finish() {
        if isShown { StandardError.write("\r\u{1B}[K") }
    }
}
