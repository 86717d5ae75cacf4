/// The keys and values of the tokens that a decoder has read, so that each is computed once: a row a token. Which rows belong to a
/// sequence, who asks knows.
struct KeyValueCache: Sendable {
    /// Of each layer, [rows, width]; keys are turned to their positions.
    private(set) var keys: [[Float]]
    private(set) var values: [[Float]]
    private let width: Int

    init(layers: Int, width: Int) {
        keys = Array(repeating: [], count: layers)
        values = Array(repeating: [], count: layers)
        self.width = width
    }

    /// Rows of a layer; while a pass is under way, the next layers lag behind.
    func rows(layer: Int) -> Int { keys[layer].count / width }

    mutating func append(key: UnsafeMutableBufferPointer<Float>, value: UnsafeMutableBufferPointer<Float>, layer: Int) {
        keys[layer].append(contentsOf: key)
        values[layer].append(contentsOf: value)
    }
}
