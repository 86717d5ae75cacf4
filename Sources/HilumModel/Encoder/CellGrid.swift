/// The cells of a square image between two layers of the encoder, channels last, with the zeros around them that the next convolution
/// wants: [(side + padding)², channels].
struct CellGrid: ~Copyable {
    let side: Int
    let channels: Int
    let padding: SamePadding
    let cells: Activations

    init(side: Int, channels: Int, padding: SamePadding = .none) {
        self.side = side
        self.channels = channels
        self.padding = padding
        let stored = side + padding.total
        cells = Activations(rows: stored * stored, columns: channels)
    }

    /// Rows and columns, with the padding.
    var storedSide: Int { side + padding.total }

    /// The same cells with zeros around them.
    /// - Precondition: there are none yet.
    func padded(_ padding: SamePadding) -> CellGrid {
        let result = CellGrid(side: side, channels: channels, padding: padding)
        for row in 0..<side {
            if let target = result.start(ofRow: row), let source = start(ofRow: row) {
                target.update(from: source, count: side * channels)
            }
        }
        return result
    }

    /// Where a row begins, without what stands around it.
    func start(ofRow row: Int) -> UnsafeMutablePointer<Float>? {
        cells[(row + padding.before) * storedSide + padding.before].baseAddress
    }
}

/// Zeros around an image, so that a convolution of a stride leaves ⌈side / stride⌉ rows; the odd one goes below and to the right.
struct SamePadding: Sendable, Hashable {
    let before: Int
    let total: Int

    static let none = SamePadding(before: 0, total: 0)

    private init(before: Int, total: Int) {
        self.before = before
        self.total = total
    }

    init(side: Int, kernel: Int, stride: Int) {
        total = max((Self.outputs(side: side, stride: stride) - 1) * stride + kernel - side, 0)
        before = total / 2
    }

    /// Rows that are left.
    static func outputs(side: Int, stride: Int) -> Int { (side + stride - 1) / stride }
}
