/// What a decoder has read, and what it expects next. A copy can be continued on its own, as for several reports of one image.
public struct DecoderState: Sendable {
    var cache: KeyValueCache
    /// Of each token of the vocabulary, as the next one.
    public internal(set) var logits: [Float]

    /// Tokens so far, those of images included.
    public var count: Int { cache.rows(layer: 0) }
}
