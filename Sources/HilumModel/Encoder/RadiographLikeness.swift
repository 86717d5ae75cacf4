/// How unlike the training radiographs an image is: a Gaussian over the components of most variance of their pooled features, and the
/// mean square of what lies outside of these.
public struct RadiographLikeness: Sendable {
    private let channels: Int
    private let mean: [Float]
    /// [k, channels], of length 1 and at right angles.
    private let components: [Float]
    private let scale: [Float]
    private let residual: Float

    /// Reads `radiograph.mean` [features], `.components` [k, features], `.scale` [k] and `.residual` [1].
    /// - Throws: `ModelError` where one is missing or of another shape.
    public init(_ checkpoint: Checkpoint) throws(ModelError) {
        channels = checkpoint.configuration.encoder.features
        mean = try checkpoint.weights.finiteTensor("radiograph.mean", shape: [channels]).values
        let components = try checkpoint.weights.finiteTensor("radiograph.components", shape: [nil, channels])
        self.components = components.values
        scale = try checkpoint.weights.finiteTensor("radiograph.scale", shape: [components.shape[0]]).values
        residual = try checkpoint.weights.finiteTensor("radiograph.residual", shape: [1]).values[0]
        for (name, values) in [("scale", scale), ("residual", [residual])] where !values.allSatisfy({ $0 > 0 }) {
            throw .badTensor(
                file: checkpoint.weights.fileName, tensor: "radiograph.\(name)",
                reason: "it divides, and is not above 0; export it anew")
        }
    }

    /// The mean of the squared distances along the components and outside of them, in units in which each is 1 for the average training
    /// image: 0 or more, the higher the less like a radiograph.
    public func distance(_ features: FeatureMap) -> Float {
        var outside = zip(features.pooled, mean).map { $0 - $1 }
        let centred = outside
        var inside: Float = 0
        for (component, scale) in scale.enumerated() {
            let direction = components[component * channels..<(component + 1) * channels]
            let along = zip(direction, centred).reduce(0) { $0 + $1.0 * $1.1 }
            inside += (along / scale) * (along / scale)
            for (channel, part) in direction.enumerated() { outside[channel] -= along * part }
        }
        return (inside / Float(max(scale.count, 1)) + outside.reduce(0) { $0 + $1 * $1 } / residual) / 2
    }
}
