/// The weights that take one line of pixels to another length: a triangle around each target pixel, one source pixel to either side or as
/// wide as the step, whichever is more; they sum to 1.
///
/// What PyTorch's `interpolate(mode="bilinear", antialias=True, align_corners=False)` does, and Pillow's `BILINEAR` but for rounding.
struct TriangleFilter {
    private let starts: [Int]
    private let offsets: [Int]
    private let all: [Float]

    /// - Parameters:
    ///   - source: pixels that there are, above 0.
    ///   - target: pixels that are wanted, above 0.
    init(from source: Int, to target: Int) {
        // In single precision where PyTorch is: the 16th bit of a weight hangs on it.
        let step = Float(source) / Float(target)
        let support = max(1, step)
        let narrowing = 1 / support
        var starts: [Int] = []
        var offsets = [0]
        var all: [Float] = []
        for index in 0..<target {
            let centre = Float(Double(step) * (Double(index) + 0.5))
            let first = max(Int(Double(centre - support) + 0.5), 0)
            let end = max(min(Int(Double(centre + support) + 0.5), source), first + 1)
            let weights = (first..<end).map { pixel in
                max(0, 1 - abs(Float((Double(Float(pixel) - centre) + 0.5) * Double(narrowing))))
            }
            let sum = weights.reduce(0, +)
            starts.append(first)
            all += weights.map { $0 / sum }
            offsets.append(all.count)
        }
        (self.starts, self.offsets, self.all) = (starts, offsets, all)
    }

    /// The first source pixel that counts for a target pixel.
    func start(of index: Int) -> Int { starts[index] }

    /// The weights of that source pixel and those after it.
    func weights(of index: Int) -> ArraySlice<Float> { all[offsets[index]..<offsets[index + 1]] }
}
