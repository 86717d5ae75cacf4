/// Colours for warmth that keep their order for people who tell few colours apart, and in print without colour: dark to light.
enum ColourRamp {
    /// Red, green and blue at equal distances along viridis (Smith & van der Walt 2015).
    private static let stops: [SIMD3<Float>] = [
        [68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37],
    ]

    /// - Parameter warmth: from 0 to 1.
    static func colour(_ warmth: Float) -> SIMD3<Float> {
        let position = min(max(warmth, 0), 1) * Float(stops.count - 1)
        let stop = min(Int(position), stops.count - 2)
        let share = position - Float(stop)
        return stops[stop] * (1 - share) + stops[stop + 1] * share
    }
}
