import Hilum

extension ComparisonPlan {
    /// Makes the resamples on several threads.
    func draws(threads: Int) async throws -> [Draws] {
        var parts = self.parts.makeIterator()
        var all: [Draws] = []
        try await OrderedWork.run(threads: threads, next: { parts.next() }, work: { draws($0) }, deliver: { all.append($0) })
        return all
    }
}
