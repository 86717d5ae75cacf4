/// How much each part of an image speaks for a finding: a class activation map, whose cells cover the image evenly.
public struct HeatMap: Sendable, Hashable {
    public let columns: Int
    public let rows: Int
    /// Row by row from the top; what is below 0 speaks against the finding and counts as nothing.
    public let values: [Float]

    /// - Parameter values: columns × rows finite numbers; nil if they are not.
    public init?(columns: Int, rows: Int, values: [Float]) {
        guard columns > 0, rows > 0, values.count == columns * rows, values.allSatisfy(\.isFinite) else { return nil }
        self.columns = columns
        self.rows = rows
        self.values = values
    }

    /// The map on an image, from 0 to 1 at its warmest cell; nil where nothing speaks for the finding. Bilinear between the middles of the
    /// cells, flat outside them.
    func upsampled(toWidth width: Int, height: Int) -> GreyPlane? {
        guard let warmest = values.max(), warmest > 0 else { return nil }
        let cells = values.map { max(0, $0) / warmest }
        let across = (0..<width).map { Self.place($0, of: width, among: columns) }
        var result: [Float] = []
        result.reserveCapacity(width * height)
        for y in 0..<height {
            let down = Self.place(y, of: height, among: rows)
            let line = (0..<columns).map { column in
                cells[down.cell * columns + column] * (1 - down.share) + cells[down.next * columns + column] * down.share
            }
            for place in across { result.append(line[place.cell] * (1 - place.share) + line[place.next] * place.share) }
        }
        return GreyPlane(width: width, height: height, values: result)
    }

    /// The two cells that a pixel lies between, and how far along.
    private static func place(_ pixel: Int, of pixels: Int, among cells: Int) -> (cell: Int, next: Int, share: Float) {
        let position = min(max((Double(pixel) + 0.5) * Double(cells) / Double(pixels) - 0.5, 0), Double(cells - 1))
        let cell = Int(position)
        return (cell, min(cell + 1, cells - 1), Float(position - Double(cell)))
    }
}
