import Hilum

/// The options of a call, each of which is taken once; `finish` refuses those that nobody took.
struct Options {
    private var members: [String: JSONValue] = [:]
    private var known: [String] = []

    /// - Parameter json: an object, ended by NUL; nil for none.
    init(_ json: UnsafePointer<CChar>?) throws(CallError) {
        guard let json else { return }
        let text = Texts.copy(terminated: json)
        if let offset = text.withUnsafeBytes({ UTF8Checker.firstInvalid(in: $0) }) {
            throw CallError(description: "the options: the byte at offset \(offset) is no UTF-8")
        }
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: text) } catch {
            throw CallError(description: "the options: \(error)")
        }
        guard case .object(let members) = value else {
            throw CallError(description: "the options are \(value.kindName); an object is expected, or NULL")
        }
        for member in members { self.members[member.key] = member.value }
    }

    /// Refuses what nobody took.
    func finish() throws(CallError) {
        guard let unknown = members.keys.min() else { return }
        throw CallError(
            description: "there is no option \(NameList.quoted(unknown)); the options are \(known.joined(separator: ", "))")
    }

    // MARK: Taking

    /// UTF-8; nil if it is not given. A number is taken for its digits.
    mutating func text(_ name: String) throws(CallError) -> [UInt8]? {
        guard let value = take(name) else { return nil }
        guard let text = value.text else { throw mismatch(name, value, "a text") }
        return text
    }

    /// A word or list of words that `read` makes something of.
    /// - Parameter usage: what is expected, for messages.
    mutating func word<Value>(_ name: String, _ usage: String, read: (String) -> Value?) throws(CallError) -> Value? {
        guard let value = take(name) else { return nil }
        guard case .string(let text) = value, let word = read(String(decoding: text, as: UTF8.self)) else {
            throw CallError(description: "the option '\(name)' has to be \(usage)")
        }
        return word
    }

    mutating func texts(_ name: String) throws(CallError) -> [String] {
        guard let value = take(name) else { return [] }
        guard let elements = value.elements else { throw mismatch(name, value, "a list of texts") }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element else { throw mismatch(name, element, "a list of texts") }
            texts.append(String(decoding: text, as: UTF8.self))
        }
        return texts
    }

    mutating func flag(_ name: String) throws(CallError) -> Bool {
        guard let value = take(name) else { return false }
        guard case .bool(let flag) = value else { throw mismatch(name, value, "true or false") }
        return flag
    }

    mutating func integer(_ name: String) throws(CallError) -> Int? {
        guard let value = take(name) else { return nil }
        guard case .number(let digits) = value, let number = Int(String(decoding: digits, as: UTF8.self)) else {
            throw mismatch(name, value, "a whole number")
        }
        return number
    }

    /// Null is as good as nothing.
    private mutating func take(_ name: String) -> JSONValue? {
        known.append(name)
        let value = members.removeValue(forKey: name)
        return value == .null ? nil : value
    }

    private func mismatch(_ name: String, _ value: JSONValue, _ expected: String) -> CallError {
        CallError(description: "the option '\(name)' is \(value.kindName); \(expected) is expected")
    }
}
