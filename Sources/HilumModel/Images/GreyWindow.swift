/// The grey values that become black and white.
struct GreyWindow: Equatable {
    let low: Float
    let high: Float

    /// From the values at two shares (0 to 1) of the sorted pixels; the place of a share is cut to a whole number.
    /// - Parameter plane: values of 0 or more.
    init(_ plane: GreyPlane, shares: [Float]) {
        let sorted = SortedPlaces(plane.values)
        let last = Float(plane.values.count - 1)
        func value(_ share: Float?, _ without: Float) -> Float {
            sorted.value(at: Int(last * min(max(share ?? without, 0), 1)))
        }
        low = value(shares.first, 0)
        high = value(shares.dropFirst().first, 1)
    }

    /// From 0 to 1; an image of one grey is black.
    func applied(to plane: consuming GreyPlane) -> GreyPlane {
        let width = max(high - low, 1)
        for index in plane.values.indices { plane.values[index] = min(max((plane.values[index] - low) / width, 0), 1) }
        return plane
    }
}

/// The values at places of a sorted list, which is not sorted for it: those that share their leading 16 bits are counted, and only the
/// ones around a place are put in order.
private struct SortedPlaces {
    private let values: [Float]
    private let counts: [UInt32]

    /// - Parameter values: 0 or more, at least one; the bits of such numbers are in order when they are, and the first is 0.
    init(_ values: [Float]) {
        var counts = [UInt32](repeating: 0, count: 1 << 15)
        for value in values { counts[Self.group(of: value)] += 1 }
        self.values = values
        self.counts = counts
    }

    private static func group(of value: Float) -> Int { Int(value.bitPattern >> 16) }

    func value(at place: Int) -> Float {
        var before = 0, group = 0
        while before + Int(counts[group]) <= place {
            before += Int(counts[group])
            group += 1
        }
        return values.filter { Self.group(of: $0) == group }.sorted()[place - before]
    }
}
