import HilumReports

extension JSONWriter {
    /// `{reason → count}`, the most frequent first.
    mutating func reasons(_ counts: ReasonCounts) {
        object {
            for (reason, count) in counts.sorted {
                $0.key(reason)
                $0.integer(count)
            }
        }
    }
}
