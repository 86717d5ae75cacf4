/// A decoder-only transformer over one sequence of image tokens and text tokens (early fusion): RMSNorm, rotary positions, SwiGLU, the
/// output tied to the embedding.
///
///     let decoder = try TextDecoder(checkpoint)
///     var state = try decoder.read(images: [image], tokens: prompt)   // one batched pass
///     let report = decoder.greedy(after: state, limits: GenerationLimits(stop: 0, maximumTokens: 200))
///
/// What follows a state is the caller's choice: `greedy`, `sample`, `beamSearch`, or `append` and `DecoderState.logits` for a strategy of
/// one's own. All of it works on the thread that calls; one decoder serves any number of threads.
public struct TextDecoder: Sendable {
    public let configuration: ModelConfiguration.Decoder
    let blas: BLAS
    let weights: DecoderWeights
    let rotation: RotaryPositions
    private let adapter: ImageAdapter

    /// Reads the tensors below `decoder.`.
    /// - Throws: `ModelError` where one is missing or of another shape than the configuration says, or there is no BLAS.
    public init(_ checkpoint: Checkpoint) throws(ModelError) {
        configuration = checkpoint.configuration.decoder
        blas = try BLAS()
        weights = try DecoderWeights(checkpoint.weights, configuration: configuration)
        adapter = try ImageAdapter(checkpoint.weights, configuration: checkpoint.configuration)
        rotation = RotaryPositions(
            dimensions: configuration.width / configuration.heads, context: configuration.context, base: configuration.ropeBase)
    }

    /// Bytes of the weights, all of which are read for each token: what the memory's speed allows follows from it.
    public var weightBytes: Int {
        weights.embedding.bytes
            + weights.layers.reduce(0) {
                $0 + $1.attention.bytes + $1.output.bytes + $1.gateAndUp.bytes + $1.down.bytes
            }
    }

    /// Reads the beginning of a sequence: images, the frontal ones first, which see one another, then text.
    /// - Parameter tokens: at least one.
    /// - Throws: `ModelError.wrongInput` where there are more tokens than the context holds, or one that the vocabulary has not, or
    ///   features of another checkpoint.
    public func read(images: [DecoderImage] = [], tokens: [Int]) throws(ModelError) -> DecoderState {
        guard !tokens.isEmpty else { throw .wrongInput(reason: "a sequence needs a token to begin with") }
        let width = configuration.width
        let frontalFirst = images.filter { $0.view == .frontal } + images.filter { $0.view != .frontal }
        let imageTokens = images.count * adapter.cells
        try check(tokens, after: imageTokens)
        let x = Activations(rows: imageTokens + tokens.count, columns: width)
        for (index, image) in frontalFirst.enumerated() {
            let found = try adapter.tokens(of: image, blas)
            let target = x[index * adapter.cells..<(index + 1) * adapter.cells]
            for position in found.values.indices { target[position] = found.values[position] }
        }
        embed(tokens, into: x, from: imageTokens)
        var cache = KeyValueCache(layers: configuration.layers, width: width)
        pass(x, .sequence(before: 0, images: imageTokens), &cache)
        return DecoderState(cache: cache, logits: logits(ofLast: x))
    }

    /// Reads more text.
    /// - Throws: as `read`; the state is then as it was.
    public func append(_ tokens: [Int], to state: inout DecoderState) throws(ModelError) {
        guard !tokens.isEmpty else { return }
        try check(tokens, after: state.count)
        let x = Activations(rows: tokens.count, columns: configuration.width)
        embed(tokens, into: x, from: 0)
        pass(x, .sequence(before: state.count, images: 0), &state.cache)
        state.logits = logits(ofLast: x)
    }

    /// The embeddings [n, width] of tokens.
    func embed(_ tokens: [Int], into x: borrowing Activations, from row: Int) {
        for (index, token) in tokens.enumerated() { weights.embedding.copy(row: token, into: x[row + index]) }
    }

    private func logits(ofLast x: borrowing Activations) -> [Float] {
        let last = Activations(rows: 1, columns: x.columns)
        let row = x[x.rows - 1]
        for index in row.indices { last.values[index] = row[index] }
        return logits(last).array
    }

    private func check(_ tokens: [Int], after count: Int) throws(ModelError) {
        if let stranger = tokens.first(where: { $0 < 0 || $0 >= configuration.vocabulary }) {
            throw .wrongInput(reason: "token \(stranger) is none of the \(configuration.vocabulary) of the vocabulary")
        }
        guard count + tokens.count <= configuration.context else {
            throw .wrongInput(
                reason: """
                    a sequence of \(count + tokens.count) tokens does not fit into the model's context of \(configuration.context); \
                    shorten the text or give fewer images
                    """)
        }
    }
}
