/// Inside the encoder a cell has a multiple of 8 channels, those that are too many being zero: vectors then fit without a rest.
enum ChannelPadding {
    private static let step = 8

    static func padded(_ channels: Int) -> Int { (channels + step - 1) / step * step }

    /// [rows, columns] with zeros below and to the right.
    /// - Parameter padsRows: whether there are to be zeros below.
    static func padded(_ values: [Float], rows: Int, columns: Int, padsRows: Bool = true) -> [Float] {
        let width = padded(columns)
        var result = [Float](repeating: 0, count: (padsRows ? padded(rows) : rows) * width)
        for row in 0..<rows {
            for column in 0..<columns { result[row * width + column] = values[row * columns + column] }
        }
        return result
    }

    /// [channels, 1, kernel, kernel] as [kernel², channels], which the cells' order asks for, with zeros behind the channels.
    static func channelsLast(_ weight: Tensor) -> [Float] {
        let channels = weight.shape[0], taps = weight.values.count / channels
        let byTap = (0..<taps * channels).map { weight.values[$0 % channels * taps + $0 / channels] }
        return padded(byTap, rows: taps, columns: channels, padsRows: false)
    }
}
