import HilumMetrics

/// RadGraph's annotations as its files have them.
extension RadGraphAnnotation {
    /// Reads the annotation of one report.
    /// - Parameter json: `{"entities": {"1": {"tokens", "label", "start_ix", "end_ix", "relations": [["modify", "2"]]}}}`, with whatever stands
    ///   beside `entities`; or an object with that as its only value, which is what RadGraph makes of one report (`{"0": …}`). Without
    ///   `relations` an entity has none; the indices may be left out; null says nothing.
    /// - Throws: what is wrong, with the entity by its place.
    public init(json: JSONValue) throws(JSONShapeError) {
        switch json {
        case .null: self.init()
        case .object(let members) where json["entities"] == nil && members.count == 1 && members[0].value["entities"] != nil:
            try self.init(entities: members[0].value["entities"] ?? .null)
        default: try self.init(entities: json.required("entities", of: "the annotation"))
        }
    }

    /// Reads a file of RadGraph, whose keys are the ids of reports.
    /// - Returns: the annotations by id, in the order of the file.
    public static func byReport(json: JSONValue) throws(JSONShapeError) -> [(id: String, annotation: RadGraphAnnotation)] {
        guard case .object(let members) = json else {
            throw JSONShapeError("the file is \(json.kindName); an object with a report's id for each key is expected")
        }
        return try members.map { member throws(JSONShapeError) in (member.key, try RadGraphAnnotation(json: member.value)) }
    }

    private init(entities: JSONValue) throws(JSONShapeError) {
        guard case .object(let members) = entities else {
            throw JSONShapeError("the value of \"entities\" is \(entities.kindName); an object is expected")
        }
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($0.element.key, $0.offset) })
        var list: [Entity] = []
        for (index, member) in members.enumerated() {
            list.append(try Self.entity(member.value, numbers: numbers, place: "entity \(index + 1)"))
        }
        self.init(entities: list)
    }

    private static func entity(
        _ json: JSONValue, numbers: [String: Int], place: String
    ) throws(JSONShapeError) -> Entity {
        var entity = Entity(
            tokens: try json.required("tokens", of: place).string("the value of \"tokens\" of \(place)"),
            label: RadGraphLabel(try json.required("label", of: place).string("the value of \"label\" of \(place)")))
        if let start = json["start_ix"]?.double, let end = json["end_ix"]?.double, let first = Int(exactly: start),
            let last = Int(exactly: end), first <= last
        {
            entity.range = first...last
        }
        let relations = try (json["relations"] ?? .array([])).array("the value of \"relations\" of \(place)")
        for (index, relation) in relations.enumerated() {
            let name = "relation \(index + 1) of \(place)"
            let parts = try relation.array(name)
            guard parts.count == 2 else { throw JSONShapeError("\(name) is not [type, key of an entity]") }
            guard let target = numbers[try parts[1].identifier("the key in \(name)")] else {
                throw JSONShapeError("\(name) leads to no entity of this annotation")
            }
            entity.relations.append(Relation(type: try parts[0].string("the type of \(name)"), target: target))
        }
        return entity
    }
}
