import HilumScoring

extension CRIMSONScore {
    /// `value` as CRIMSON's authors print it, to 4 places.
    public var writtenValue: Double { Self.written(value) }

    static func written(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

extension PairScore {
    /// CRIMSON's arithmetic as its authors print it, to 4 places.
    var writtenCRIMSON: Double { CRIMSONScore.written(crimson) }
}
