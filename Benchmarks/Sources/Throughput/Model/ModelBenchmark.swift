import HilumModel

/// The networks of a checkpoint, on one thread of this process.
struct ModelBenchmark {
    struct Seconds: Encodable {
        var cpu: Double
        var wall: Double
    }

    struct Measurement: Encodable {
        var encoder: Seconds
        var prefill: Seconds
        var text: Seconds
        var beam: Seconds
        var tokens: [Int]
        /// Bytes of weights that each token reads.
        var weightBytes: Int
        /// Bytes per second that are read of as much memory as the weights take.
        var weightsRead: Double
        /// Of a buffer that fits into no cache.
        var memoryRead: Double
    }

    private let encoder: ImageEncoder
    private let head: FindingHead
    private let decoder: TextDecoder
    private let limits: GenerationLimits
    private let weights: MemoryRead
    private let memory = MemoryRead(bytes: 256 << 20)

    init(_ checkpoint: Checkpoint, tokens: Int) throws {
        encoder = try ImageEncoder(checkpoint)
        head = try FindingHead(checkpoint)
        decoder = try TextDecoder(checkpoint)
        // No token ends it: the other side writes as many.
        limits = GenerationLimits(stop: -1, maximumTokens: tokens)
        weights = MemoryRead(bytes: decoder.weightBytes)
    }

    func measure() throws -> Measurement {
        let pixels = pixels
        var found: (features: FeatureMap, logits: [Float])?
        let encoderSeconds = try Self.seconds {
            let features = try encoder.features(of: pixels)
            found = (features, head.logits(features))
        }
        var state: DecoderState?
        let prefillSeconds = try Self.seconds {
            state = try decoder.read(
                images: found.map { [DecoderImage(features: $0.features, view: .frontal)] } ?? [], tokens: prompt)
        }
        guard let state else { throw Missing() }
        var text: GeneratedTokens?
        let textSeconds = Self.seconds { text = decoder.greedy(after: state, limits: limits) }
        var beam: GeneratedTokens?
        let beamSeconds = Self.seconds { beam = decoder.beamSearch(after: state, BeamSearch(), limits: limits) }
        guard let text, beam?.tokens.count == text.tokens.count else { throw Missing() }
        return Measurement(
            encoder: encoderSeconds, prefill: prefillSeconds, text: textSeconds, beam: beamSeconds, tokens: text.tokens,
            weightBytes: decoder.weightBytes, weightsRead: weights.bytesPerSecond(), memoryRead: memory.bytesPerSecond())
    }

    private struct Missing: Error {}

    /// Whole numbers that Training/model_speed.py computes alike.
    private var pixels: [Float] {
        let side = encoder.side
        return (0..<side * side).map { place in
            let (row, column) = (place / side, place % side)
            return Float((row * 7 + column * 13 + row * column) % 64) / 32 - 1
        }
    }

    /// `<find>`, 24 tokens, `<report>`; as there.
    private var prompt: [Int] {
        [1] + (0..<24).map { 3 + $0 * 37 % (decoder.configuration.vocabulary - 3) } + [2]
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Seconds {
        let clock = ContinuousClock()
        let cpu = CPUTime.thread
        let start = clock.now
        try work()
        return Seconds(cpu: CPUTime.thread - cpu, wall: (clock.now - start).seconds)
    }
}
