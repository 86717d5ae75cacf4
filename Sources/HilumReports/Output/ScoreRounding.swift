import HilumScoring

extension PairScore {
    /// CRIMSON's arithmetic as its authors print it, to 4 places.
    var writtenCRIMSON: Double { (crimson * 10_000).rounded() / 10_000 }
}
