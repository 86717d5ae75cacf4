#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Rotary positions (Su et al. 2021, arXiv:2104.09864): within a head, dimension j and dimension j + d/2 turn by
/// position · base^(−2j/d).
struct RotaryPositions: Sendable {
    private let half: Int
    /// [context, half].
    private let cosines: [Float]
    private let sines: [Float]

    /// - Parameters:
    ///   - dimensions: of a head; even.
    ///   - context: how many positions there are.
    init(dimensions: Int, context: Int, base: Float) {
        half = dimensions / 2
        let count = Float(half)
        let rates = (0..<half).map { pow(base, -Float($0) / count) }
        let angles = (0..<context).flatMap { position in rates.map { Float(position) * $0 } }
        cosines = angles.map { cos($0) }
        sines = angles.map { sin($0) }
    }

    /// Turns each head of queries or keys [heads · dimensions].
    func turn(_ vector: UnsafeMutableBufferPointer<Float>, position: Int) {
        for head in stride(from: 0, to: vector.count, by: 2 * half) {
            for index in 0..<half {
                let (cosine, sine) = (cosines[position * half + index], sines[position * half + index])
                let (first, second) = (vector[head + index], vector[head + half + index])
                vector[head + index] = first * cosine - second * sine
                vector[head + half + index] = second * cosine + first * sine
            }
        }
    }
}
