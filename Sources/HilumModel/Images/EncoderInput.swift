extension RadiographImage {
    /// The side to which every image is squashed before its window is taken, which is that of the images the encoder was trained on.
    static let squashedSide = 256

    /// The squashed image, windowed, from 0 to 1.
    /// - Parameter window: the shares of the pixels (0 to 1) whose grey values become black and white.
    func windowed(_ window: [Float]) -> GreyPlane {
        let squashed = plane(width: Self.squashedSide, height: Self.squashedSide)
        return GreyWindow(squashed, shares: window).applied(to: squashed)
    }

    /// What the encoder takes: size × size values, row by row from the top.
    ///
    /// The arithmetic of Training/hilum_training/images.py: squashed to 256×256, windowed, resized, less the mean, by the deviation.
    public func encoderInput(_ layout: ModelConfiguration.Image) -> [Float] {
        let input = windowed(layout.window).resized(toWidth: layout.size, height: layout.size)
        return input.values.map { ($0 - layout.mean) / layout.deviation }
    }
}
