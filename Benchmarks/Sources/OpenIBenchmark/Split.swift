import HilumOpenI

extension OpenIReport {
    /// A third of the collection, the reports whose number is divisible by three, is kept for the last measurement:
    /// nobody reads it, and nothing is adjusted to it.
    var isHeldOut: Bool { number % 3 == 0 }
}

extension [OpenIReport] {
    var forDevelopment: [OpenIReport] { filter { !$0.isHeldOut } }
}
