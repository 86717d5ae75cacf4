/// Why a JSON value is not what it should be: an annotation, an evaluation. It quotes nothing of the value.
public struct JSONShapeError: Error, Equatable, Sendable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) {
        self.description = description
    }
}

extension JSONValue {
    /// The value of a key that has to be there.
    /// - Parameter place: what messages call this value.
    func required(_ key: String, of place: String) throws(JSONShapeError) -> JSONValue {
        guard case .object = self else { throw JSONShapeError("\(place) is \(kindName); an object is expected") }
        guard let value = self[key] else { throw JSONShapeError("\(place) has no \"\(key)\"") }
        return value
    }

    /// The text of a string.
    func string(_ place: String) throws(JSONShapeError) -> String {
        guard case .string(let text) = self else { throw JSONShapeError("\(place) is \(kindName); a string is expected") }
        return String(decoding: text, as: UTF8.self)
    }

    /// The elements of an array.
    func array(_ place: String) throws(JSONShapeError) -> [JSONValue] {
        guard let elements else { throw JSONShapeError("\(place) is \(kindName); an array is expected") }
        return elements
    }

    /// A string or a number as a text, for ids that are written as either.
    func identifier(_ place: String) throws(JSONShapeError) -> String {
        guard let text else { throw JSONShapeError("\(place) is \(kindName); a string or a number is expected") }
        return String(decoding: text, as: UTF8.self)
    }
}
