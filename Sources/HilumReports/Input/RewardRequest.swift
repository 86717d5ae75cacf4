import HilumMetrics

/// A line of the conversation of `hilum reward`: what is to be rewarded.
///
///     {"completion": text, "solution": text}
///     {"completions": [text, …], "solution": text}             a group: all against one solution, which is read once
///     {"completions": [text, …], "solution": [text, …]}        as many solutions
///     {"prediction": graph, "reference": graph}                graphs instead of texts
///
/// A text is a string, or a chat: a list of messages, of which the last one's `content` is the text. `solutions` stands for `solution` too.
public struct RewardRequest: Sendable {
    public enum Content: Sendable {
        case pair(completion: [UInt8], solution: [UInt8])
        /// Of one solution, or of as many as there are completions.
        case group(completions: [[UInt8]], solutions: [[UInt8]])
        case graphs(candidate: EntityGraph, reference: EntityGraph)
    }

    /// The value of `id`, which comes back with the answer; nil without one.
    public var id: JSONValue?
    public var content: Content

    /// Reads a line.
    /// - Parameters:
    ///   - line: UTF-8 that has been checked.
    ///   - isOfGraphs: whether graphs are asked for instead of texts.
    /// - Throws: `RequestError`, which says what is missing or wrong and quotes nothing.
    public init(parsing line: [UInt8], isOfGraphs: Bool) throws(RequestError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch {
            throw RequestError(description: error.description)
        }
        guard case .object = value else { throw RequestError(description: "an object is expected, not \(value.kindName)") }
        id = value["id"]
        do throws(RequestError) {
            content = try isOfGraphs ? Self.graphs(value) : Self.texts(value)
        } catch {
            throw RequestError(description: error.description, id: id)
        }
    }

    private static func graphs(_ value: JSONValue) throws(RequestError) -> Content {
        .graphs(candidate: try graph(value, "prediction"), reference: try graph(value, "reference"))
    }

    // MARK: Texts

    private static func texts(_ value: JSONValue) throws(RequestError) -> Content {
        guard let solution = value["solution"] ?? value["solutions"] else { throw RequestError(missing: "solution") }
        if let completions = value["completions"] {
            guard let elements = completions.elements else {
                throw RequestError("completions", completions, "a list is expected")
            }
            guard !elements.isEmpty else { throw RequestError(description: "'completions' is empty") }
            let solutions = try solutions(solution)
            guard solutions.count == 1 || solutions.count == elements.count else {
                throw RequestError(description: "\(elements.count) completions, but \(solutions.count) solutions")
            }
            var texts: [[UInt8]] = []
            for (index, element) in elements.enumerated() { texts.append(try text(element, "completions[\(index)]")) }
            return .group(completions: texts, solutions: solutions)
        } else if let completion = value["completion"] {
            return .pair(
                completion: try text(completion, "completion"), solution: try text(solution, "solution"))
        } else {
            throw RequestError(missing: "completion")
        }
    }

    /// One text, or a list of texts.
    private static func solutions(_ value: JSONValue) throws(RequestError) -> [[UInt8]] {
        guard let elements = value.elements, !isChat(elements) else { return [try text(value, "solution")] }
        var texts: [[UInt8]] = []
        for (index, element) in elements.enumerated() { texts.append(try text(element, "solution[\(index)]")) }
        return texts
    }

    private static func isChat(_ elements: [JSONValue]) -> Bool {
        if case .object = elements.first { true } else { false }
    }

    /// A string, or a chat.
    private static func text(_ value: JSONValue, _ name: String) throws(RequestError) -> [UInt8] {
        if case .string(let text) = value { return text }
        guard let last = value.elements?.last else { throw RequestError(name, value, "a text or a chat is expected") }
        guard let content = last["content"] else {
            throw RequestError(description: "'\(name)': a chat is a list of messages with 'role' and 'content'")
        }
        if case .string(let text) = content { return text }
        // Content in parts: {"type": "text", "text": …} beside images.
        guard let parts = content.elements else { throw RequestError("\(name).content", content, "a text is expected") }
        var text: [UInt8] = []
        for case .string(let part)? in parts.map({ $0["text"] }) { text += part }
        return text
    }

    // MARK: Graphs

    private static func graph(_ value: JSONValue, _ key: String) throws(RequestError) -> EntityGraph {
        guard let graph = value[key] else { throw RequestError(missing: key) }
        var read = EntityGraph()
        switch graph["entities"] {
        case .object(let entities):
            for entity in entities {
                guard case .string(let type) = entity.value else {
                    throw RequestError(
                        "\(key).entities", entity.value, "each entity has a type, as in {\"effusion\": \"disorder_present\"}")
                }
                read.entities[entity.key] = String(decoding: type, as: UTF8.self)
            }
        case nil: throw RequestError(missing: "\(key).entities")
        case let other?: throw RequestError("\(key).entities", other, "an object is expected, of texts with their types")
        }
        guard let relations = (graph["relations"] ?? .array([])).elements else {
            throw RequestError(description: "'\(key).relations': a list is expected")
        }
        for (index, relation) in relations.enumerated() {
            func member(_ name: String) throws(RequestError) -> String {
                guard case .string(let text)? = relation[name] else {
                    throw RequestError(missing: "\(key).relations[\(index)].\(name)")
                }
                return String(decoding: text, as: UTF8.self)
            }
            read.relations.insert(
                EntityGraph.Relation(
                    source: try member("source_entity"), target: try member("target_entity"), type: try member("type")))
        }
        return read
    }
}

/// Why a request cannot be served.
public struct RequestError: Error, Equatable, Sendable, CustomStringConvertible {
    public var description: String
    /// That of the request, where so much could be read.
    public var id: JSONValue?

    public init(description: String, id: JSONValue? = nil) {
        self.description = description
        self.id = id
    }

    fileprivate init(missing key: String) {
        self.init(description: "'\(key)' is missing")
    }

    fileprivate init(_ name: String, _ value: JSONValue, _ expected: String) {
        self.init(description: "'\(name)' is \(value.kindName); \(expected)")
    }
}
