import HilumScoring

extension Factuality {
    /// Reads the counts that `ScoreJSON` writes, without the single errors. All six categories have to be there on both sides.
    /// - Throws: what is wrong, with the place.
    public init(countsOf json: JSONValue) throws(JSONShapeError) {
        func counts(_ side: String) throws(JSONShapeError) -> ErrorCounts {
            let object = try json.required(side, of: "the factuality")
            var counts = ErrorCounts()
            for category in ErrorCategory.allCases {
                let place = "the value of \"\(category.rawValue)\" under \"\(side)\""
                counts[category] = try object.required(category.rawValue, of: "\"\(side)\"").count(place)
            }
            return counts
        }
        self.init(
            significant: try counts("clinically_significant"), insignificant: try counts("clinically_insignificant"))
    }
}

extension JSONValue {
    /// A whole number from 0 to a million, which no report can be wrong in more often.
    /// - Parameter place: what messages call this value.
    public func count(_ place: String) throws(JSONShapeError) -> Int {
        guard let value = double, let count = Int(exactly: value), (0...1_000_000).contains(count) else {
            throw JSONShapeError("\(place) is no count; a whole number from 0 to 1000000 is expected")
        }
        return count
    }
}
