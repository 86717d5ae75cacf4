#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What happens between two products, to one row at a time.
enum VectorFunctions {
    /// x · rsqrt(mean(x²) + ε) · weight (Zhang & Sennrich 2019, arXiv:1910.07467).
    static func rmsNorm(
        _ x: UnsafeMutableBufferPointer<Float>, weight: [Float], epsilon: Float, into y: UnsafeMutableBufferPointer<Float>
    ) {
        var sum: Float = 0
        for value in x { sum += value * value }
        let scale = 1 / (sum / Float(x.count) + epsilon).squareRoot()
        for index in x.indices { y[index] = x[index] * scale * weight[index] }
    }

    /// x / (1 + exp(−x)).
    static func silu(_ x: Float) -> Float { x / (1 + exp(-x)) }

    /// exp(x) divided by its sum; −∞ becomes 0.
    /// - Precondition: there is a finite number.
    static func softmax(_ x: UnsafeMutableBufferPointer<Float>) {
        let most = x.max() ?? 0
        var sum: Float = 0
        for index in x.indices {
            x[index] = exp(x[index] - most)
            sum += x[index]
        }
        let scale = 1 / sum
        for index in x.indices { x[index] *= scale }
    }

    /// The logarithms of what `softmax` gives.
    static func logSoftmax(_ x: [Float]) -> [Float] {
        let most = x.max() ?? 0
        let sum = x.reduce(into: Double(0)) { $0 += Double(exp($1 - most)) }
        let logSum = most + Float(log(sum))
        return x.map { $0 - logSum }
    }

    /// The places of the largest finite numbers, the largest first; of equals, the first.
    static func largest(_ count: Int, of x: [Float]) -> [Int] {
        guard count < x.count / 8 else {
            let places = x.indices.filter { x[$0].isFinite }.sorted { (x[$1], $0) < (x[$0], $1) }
            return Array(places.prefix(count))
        }
        var places: [Int] = []
        for place in x.indices where x[place].isFinite {
            if places.count == count {
                guard let last = places.last, x[place] > x[last] else { continue }
                places.removeLast()
            }
            places.insert(place, at: places.firstIndex { x[$0] < x[place] } ?? places.count)
        }
        return places
    }
}
