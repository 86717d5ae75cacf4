/// The shape of a checkpoint: what `config.json` beside its weights says.
public struct ModelConfiguration: Sendable, Hashable, Codable {
    /// How an image is laid out before the encoder.
    public struct Image: Sendable, Hashable, Codable {
        /// Side of the encoder's input, in pixels; a multiple of 32.
        public var size: Int
        /// What is taken from each grey value (0 to 1), and what the rest is divided by.
        public var mean: Float
        public var deviation: Float
        /// The shares of the image's pixels (0 to 1) whose grey values become black and white.
        public var window: [Float]
    }

    /// One run of encoder blocks that are alike but for the first one's stride and width.
    public struct Stage: Sendable, Hashable, Codable {
        public var kernel: Int
        public var stride: Int
        public var expansion: Int
        public var channels: Int
        public var blocks: Int
    }

    /// EfficientNet-Lite (Tan & Le 2019, without squeeze and excitation, with ReLU6), batch normalisation folded in.
    public struct Encoder: Sendable, Hashable, Codable {
        /// Channels of the first convolution.
        public var stem: Int
        public var stages: [Stage]
        /// Channels of the last features.
        public var features: Int
    }

    /// A decoder-only transformer: RMSNorm, rotary positions, SwiGLU, no biases, output tied to the embedding.
    public struct Decoder: Sendable, Hashable, Codable {
        public var width: Int
        public var layers: Int
        public var heads: Int
        public var hidden: Int
        public var vocabulary: Int
        /// The most tokens of a sequence, image tokens included.
        public var context: Int
        public var ropeBase: Float
        public var epsilon: Float
    }

    public var image: Image
    public var encoder: Encoder
    public var decoder: Decoder
}
