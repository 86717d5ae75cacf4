import HilumScoring

/// The names under which the numbers of a line of `hilum score` stand in CSV.
enum ScoreNames {
    enum Cell {
        case number(Double)
        /// Blank, null, or what pandas writes for it.
        case undefined
        case notNumber
    }

    /// The members of a nested value and their names; arrays are left out.
    static func flattened(_ value: JSONValue, under name: String) -> [(name: String, value: JSONValue)] {
        guard case .object(let members) = value else {
            if case .array = value { return [] }
            return [(name, value)]
        }
        var all: [(name: String, value: JSONValue)] = []
        for member in members {
            switch (name, member.key, member.value) {
            case ("factuality", "clinically_significant", .object(let counts)):
                all += Self.counts(counts, total: .significantErrors, prefix: "significant_")
            case ("factuality", "clinically_insignificant", .object(let counts)):
                all += Self.counts(counts, total: .insignificantErrors, prefix: "insignificant_")
            case ("chexpert", _, .object(let labels)):
                all += labels.map { ("\(member.key) \($0.key)", $0.value) }
            case ("coverage", _, _): all.append(("\(member.key)_coverage", member.value))
            default: all += flattened(member.value, under: "\(name)_\(member.key)")
            }
        }
        return all
    }

    /// Counts by category, and before them their sum, which a line of JSON leaves to its reader.
    private static func counts(
        _ counts: [JSONValue.Member], total: Metric, prefix: String
    ) -> [(name: String, value: JSONValue)] {
        let sum = counts.reduce(0) { $0 + ($1.value.double ?? 0) }
        return [(total.rawValue, .number(digits: Array("\(sum)".utf8)))] + counts.map { (prefix + $0.key, $0.value) }
    }

    private static let longestNumber = 64
    /// Sums of squares of larger ones would overflow.
    private static let largestNumber = 1e100

    static func number(_ value: JSONValue) -> Cell {
        guard let text = value.text else { return value == .null ? .undefined : .notNumber }
        let word = text.drop(while: \.isJSONSpace).prefix(longestNumber)
        if word.isEmpty || word.elementsEqual("nan".utf8) || word.elementsEqual("NaN".utf8) { return .undefined }
        let digits = String(decoding: word, as: UTF8.self).split(separator: " ")
        guard word.count < longestNumber, digits.count == 1, let number = Double(digits[0]), abs(number) <= largestNumber
        else {
            return .notNumber
        }
        return .number(number)
    }
}
