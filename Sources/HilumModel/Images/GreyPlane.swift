/// An image in floating point, row by row from the top.
struct GreyPlane: Sendable, Hashable {
    let width: Int
    let height: Int
    var values: [Float]

    /// - Parameter values: width × height, both above 0.
    init(width: Int, height: Int, values: [Float]) {
        self.width = width
        self.height = height
        self.values = values
    }

    /// Squashed or stretched to another size by a triangle filter.
    func resized(toWidth width: Int, height: Int) -> GreyPlane {
        guard width != self.width || height != self.height else { return self }
        return values.withUnsafeBufferPointer { source in
            GreyPlane(resizing: source, width: self.width, height: self.height, toWidth: width, height: height) { $0 }
        }
    }
}

extension RadiographImage {
    /// The grey values from 0 to 255, squashed or stretched to another size by a triangle filter.
    func plane(width: Int, height: Int) -> GreyPlane {
        let scale = 255 / Float(maximum)
        guard width != self.width || height != self.height else {
            return GreyPlane(width: width, height: height, values: pixels.map { Float($0) * scale })
        }
        var plane = pixels.withUnsafeBufferPointer { source in
            GreyPlane(resizing: source, width: self.width, height: self.height, toWidth: width, height: height) { Float($0) }
        }
        if scale != 1 {
            for index in plane.values.indices { plane.values[index] *= scale }
        }
        return plane
    }
}

extension GreyPlane {
    /// First down the columns, where all of a row is one operation, and then along the rows.
    @inline(__always)
    fileprivate init<Value>(
        resizing source: UnsafeBufferPointer<Value>, width sourceWidth: Int, height sourceHeight: Int, toWidth width: Int,
        height: Int,
        _ float: (Value) -> Float
    ) {
        let down = TriangleFilter(from: sourceHeight, to: height)
        let along = TriangleFilter(from: sourceWidth, to: width)
        let values = [Float](unsafeUninitializedCapacity: width * height) { target, filled in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: sourceWidth) { row in
                for y in 0..<height {
                    row.update(repeating: 0)
                    for (offset, weight) in down.weights(of: y).enumerated() {
                        let start = (down.start(of: y) + offset) * sourceWidth
                        let line = UnsafeBufferPointer(rebasing: source[start..<start + sourceWidth])
                        for x in 0..<sourceWidth { row[x] += weight * float(line[x]) }
                    }
                    for x in 0..<width {
                        let start = along.start(of: x)
                        var sum: Float = 0
                        for (offset, weight) in along.weights(of: x).enumerated() { sum += weight * row[start + offset] }
                        target[y * width + x] = sum
                    }
                }
            }
            filled = width * height
        }
        self.init(width: width, height: height, values: values)
    }
}
