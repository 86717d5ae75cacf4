/// From where a radiograph was taken; raw values are the rows of a checkpoint's `decoder.views`.
public enum ImageView: Int, Sendable, Hashable, CaseIterable {
    case frontal
    case lateral
}

/// An image as the decoder sees it.
public struct DecoderImage: Sendable, Hashable {
    public var features: FeatureMap
    public var view: ImageView

    public init(features: FeatureMap, view: ImageView) {
        self.features = features
        self.view = view
    }
}
