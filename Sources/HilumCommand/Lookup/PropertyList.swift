/// Properties in two columns, one a line; a property with several values has a line for each.
struct PropertyList {
    private(set) var text = ""
    private static let width = 14

    /// Appends a property; one without values is left out.
    mutating func append(_ name: String, _ values: [String]) {
        for (index, value) in values.filter({ !$0.isEmpty }).enumerated() {
            let name = index == 0 ? name : ""
            text += name + String(repeating: " ", count: max(1, Self.width - name.count)) + value + "\n"
        }
    }

    mutating func append(_ name: String, _ value: String) { append(name, [value]) }

    /// Appends a property whose values stand on one line.
    mutating func append(_ name: String, list values: [String]) { append(name, values.joined(separator: "; ")) }
}
