/// What two lengths say of change.
extension GraphBuilder {
    /// The growth, as a factor, from which two lengths say that a finding has changed: RECIST 1.1 (Eisenhauer et al. 2009,
    /// doi:10.1016/j.ejca.2008.10.026) has a fifth for progression. The same holds for shrinking, seen from the smaller length.
    private static let growth = 1.2

    /// Two lengths, one of this examination and one of an earlier, may say that a finding has changed.
    func setMeasuredChange(of observation: inout Observation) {
        guard observation.measurements.count > 1, observation.change == nil, observation.status != .absent,
            let prior = observation.measurements.filter(\.isPrior).max(by: { $0.millimetres < $1.millimetres }),
            let now = observation.measurements.filter({ !$0.isPrior }).max(by: { $0.millimetres < $1.millimetres })
        else { return }
        let span = prior.span.union(now.span)
        if now.millimetres > Self.growth * prior.millimetres {
            observation.change = Stated(.increased, span: span)
        } else if prior.millimetres > Self.growth * now.millimetres {
            observation.change = Stated(.decreased, span: span)
        }
    }
}
