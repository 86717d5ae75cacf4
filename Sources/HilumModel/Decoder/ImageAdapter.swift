/// Features of an image to tokens of a decoder's width (two layers, as LLaVA-Rad's), one for each cell, row by row.
struct ImageAdapter: Sendable {
    private let features: Int
    private let width: Int
    let cells: Int
    /// [width, features] and [width, width], each with a bias.
    private let first: Tensor
    private let firstBias: [Float]
    private let second: Tensor
    private let secondBias: [Float]
    /// [2, width], by `ImageView`.
    private let views: [Float]
    /// [cells, width].
    private let positions: [Float]

    /// Reads `decoder.adapter`, `decoder.views` and `decoder.positions`.
    init(_ weights: Safetensors, configuration: ModelConfiguration) throws(ModelError) {
        features = configuration.encoder.features
        width = configuration.decoder.width
        cells = configuration.cells
        first = try weights.finiteTensor("decoder.adapter.0.weight", shape: [width, features])
        firstBias = try weights.finiteTensor("decoder.adapter.0.bias", shape: [width]).values
        second = try weights.finiteTensor("decoder.adapter.1.weight", shape: [width, width])
        secondBias = try weights.finiteTensor("decoder.adapter.1.bias", shape: [width]).values
        views = try weights.finiteTensor("decoder.views", shape: [ImageView.allCases.count, width]).values
        positions = try weights.finiteTensor("decoder.positions", shape: [cells, width]).values
    }

    /// adapter.1(silu(adapter.0(features))) + positions + views[view]: [cells, width].
    /// - Throws: `ModelError.wrongInput` for features of another shape.
    func tokens(of image: DecoderImage, _ blas: BLAS) throws(ModelError) -> Activations {
        let map = image.features
        guard map.rows * map.columns == cells, map.channels == features else {
            throw .wrongInput(
                reason: """
                    \(cells) cells of \(features) features are expected of an image, not \(map.rows * map.columns) of \(map.channels); \
                    take encoder and decoder of one checkpoint
                    """)
        }
        let hidden = Activations(rows: cells, columns: width)
        map.values.withUnsafeBufferPointer { values in
            Self.linear(MatrixView(values, rows: cells, columns: features), first, firstBias, into: hidden, blas)
        }
        for index in hidden.values.indices { hidden.values[index] = VectorFunctions.silu(hidden.values[index]) }
        let tokens = Activations(rows: cells, columns: width)
        Self.linear(hidden.matrix, second, secondBias, into: tokens, blas)
        for cell in 0..<cells {
            let token = tokens[cell]
            for index in 0..<width {
                token[index] += positions[cell * width + index] + views[image.view.rawValue * width + index]
            }
        }
        return tokens
    }

    private static func linear(_ x: MatrixView, _ weight: Tensor, _ bias: [Float], into y: borrowing Activations, _ blas: BLAS) {
        let target = y.mutableMatrix
        bias.withUnsafeBufferPointer { bias in
            weight.withMatrix { blas.linear(x, weight: $0, bias: bias, into: target) }
        }
    }
}
