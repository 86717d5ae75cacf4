/// Lengths, and what two of them say of change.
extension GraphBuilder {
    /// The length that begins at a number; nil for any other number. In "2.5 x 3 cm" both numbers have the last one's unit.
    func measurement(at index: Int, _ reading: SentenceReading) -> Measurement? {
        var last = index + 1
        while last < min(reading.items.count, index + 6), isInsideLength(last, reading) { last += 1 }
        guard last < reading.items.count, let unit = grammar.entry(reading.items[last])?.unit,
            let value = number(at: reading.items[index].span)
        else { return nil }
        let length = grammar.lexicon.units[Int(unit)]
        return Measurement(
            value: value, unit: length.symbol, millimetres: value * length.millimetres,
            span: reading.items[index].span.union(reading.items[last].span))
    }

    /// "2.5 x 3 cm", "2 by 3 cm", "2 to 3 cm"
    private func isInsideLength(_ index: Int, _ reading: SentenceReading) -> Bool {
        switch reading.kind(index) {
        case .number, .other: true
        case .preposition: index + 1 < reading.items.count && reading.kind(index + 1) == .number
        default: false
        }
    }

    /// Nil for what is no number of a length: one that has no end.
    private func number(at span: TextSpan) -> Double? {
        Double(String(decoding: text[span.start..<span.end], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

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
