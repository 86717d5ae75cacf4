extension DecodingError {
    /// The key that is missing or wrong, and how; nothing of the value.
    package var placeAndReason: String {
        let (context, reason, missing): (Context, String, [any CodingKey]) =
            switch self {
            case .keyNotFound(let key, let context): (context, "is missing", [key])
            case .valueNotFound(_, let context): (context, "is null or missing", [])
            case .typeMismatch(_, let context): (context, "is of another type than it should be", [])
            case .dataCorrupted(let context): (context, "cannot be read", [])
            @unknown default: (Context(codingPath: [], debugDescription: ""), "cannot be read", [])
            }
        let path = (context.codingPath + missing).map { $0.intValue.map(String.init) ?? $0.stringValue }
        return path.isEmpty
            ? "it is no JSON object, or has a number that is too large"
            : "\(ModelError.quoted(path.joined(separator: "."))) \(reason)"
    }
}
