/// What an encoder says of an image: a vector for each cell of a grid over it.
public struct FeatureMap: Sendable, Hashable {
    public let rows: Int
    public let columns: Int
    /// Numbers of a cell.
    public let channels: Int
    /// Cell by cell, row by row: [rows, columns, channels].
    public let values: [Float]

    /// - Precondition: there are as many values as the counts say.
    public init(rows: Int, columns: Int, channels: Int, values: [Float]) {
        precondition(rows * columns * channels == values.count, "features fill their grid")
        self.rows = rows
        self.columns = columns
        self.channels = channels
        self.values = values
    }

    /// The mean over the cells: `channels` numbers.
    public var pooled: [Float] {
        var sums = [Float](repeating: 0, count: channels)
        for cell in 0..<rows * columns {
            for channel in 0..<channels { sums[channel] += values[cell * channels + channel] }
        }
        let share = 1 / Float(rows * columns)
        return sums.map { $0 * share }
    }
}
