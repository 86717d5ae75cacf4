extension TextDecoder {
    /// Takes tokens through all layers.
    /// - Parameters:
    ///   - x: [n, width], their embeddings; afterwards the last layer's vectors.
    ///   - visibility: what they see of the cache, themselves included.
    ///   - cache: gets a row for each.
    func pass(_ x: borrowing Activations, _ visibility: Visibility, _ cache: inout KeyValueCache) {
        let (n, width, hidden) = (x.rows, configuration.width, configuration.hidden)
        let normed = Activations(rows: n, columns: width)
        let projected = Activations(rows: n, columns: 3 * width)
        let attended = Activations(rows: n, columns: width)
        let gateAndUp = Activations(rows: n, columns: 2 * hidden)
        let gated = Activations(rows: n, columns: hidden)
        let branch = Activations(rows: n, columns: width)

        for (index, layer) in weights.layers.enumerated() {
            norm(x, layer.attentionNorm, into: normed)
            layer.attention.multiply(normed, into: projected, blas)
            turn(projected, visibility)
            keep(projected, layer: index, &cache)
            attend(projected, cache.keys[index], cache.values[index], visibility, into: attended)
            layer.output.multiply(attended, into: branch, blas)
            add(branch, to: x)

            norm(x, layer.feedNorm, into: normed)
            layer.gateAndUp.multiply(normed, into: gateAndUp, blas)
            gate(gateAndUp, into: gated)
            layer.down.multiply(gated, into: branch, blas)
            add(branch, to: x)
        }
    }

    /// rmsnorm(x) · embeddingᵀ: [n, vocabulary].
    func logits(_ x: borrowing Activations) -> Activations {
        let normed = Activations(rows: x.rows, columns: x.columns)
        norm(x, weights.norm, into: normed)
        let logits = Activations(rows: x.rows, columns: configuration.vocabulary)
        weights.embedding.multiply(normed, into: logits, blas)
        return logits
    }

    private func norm(_ x: borrowing Activations, _ weight: [Float], into y: borrowing Activations) {
        for row in 0..<x.rows { VectorFunctions.rmsNorm(x[row], weight: weight, epsilon: configuration.epsilon, into: y[row]) }
    }

    /// Queries and keys of [n, 3 · width] to their positions.
    private func turn(_ projected: borrowing Activations, _ visibility: Visibility) {
        for token in 0..<projected.rows {
            let queryAndKey = UnsafeMutableBufferPointer(rebasing: projected[token][..<(2 * configuration.width)])
            rotation.turn(queryAndKey, position: visibility.position(ofToken: token))
        }
    }

    private func keep(_ projected: borrowing Activations, layer: Int, _ cache: inout KeyValueCache) {
        let width = configuration.width
        for token in 0..<projected.rows {
            let row = projected[token]
            cache.append(
                key: UnsafeMutableBufferPointer(rebasing: row[width..<2 * width]),
                value: UnsafeMutableBufferPointer(rebasing: row[(2 * width)...]), layer: layer)
        }
    }

    /// Each head: softmax(q·kᵀ / √d, over what is visible) · v.
    /// - Parameters:
    ///   - projected: [n, 3 · width], of which the queries are read.
    ///   - keys: [rows, width], as `values`.
    private func attend(
        _ projected: borrowing Activations, _ keys: [Float], _ values: [Float], _ visibility: Visibility,
        into attended: borrowing Activations
    ) {
        let dimensions = configuration.width / configuration.heads
        let scale = 1 / Float(dimensions).squareRoot()
        let scores = Activations(rows: projected.rows, columns: keys.count / configuration.width)
        for head in 0..<configuration.heads {
            let columns = head * dimensions..<(head + 1) * dimensions
            let queries = projected.matrix(columns: columns)
            let products = scores.mutableMatrix
            withColumns(of: keys, columns) { blas.multiply(queries, $0.transposed, into: products, scale: scale) }
            for token in 0..<scores.rows {
                visibility.hide(scores[token], fromToken: token)
                VectorFunctions.softmax(scores[token])
            }
            let target = attended.mutableMatrix(columns: columns)
            let shares = scores.matrix
            withColumns(of: values, columns) { blas.multiply(shares, $0, into: target) }
        }
    }

    /// Some columns of a matrix [rows, width].
    private func withColumns(of matrix: [Float], _ columns: Range<Int>, _ body: (MatrixView) -> Void) {
        let width = configuration.width
        matrix.withUnsafeBufferPointer {
            body(
                MatrixView(
                    UnsafeBufferPointer(rebasing: $0[columns.lowerBound...]), rows: matrix.count / width, columns: columns.count,
                    stride: width))
        }
    }

    /// silu(gate) · up of [n, 2 · hidden].
    private func gate(_ gateAndUp: borrowing Activations, into y: borrowing Activations) {
        let hidden = configuration.hidden
        for token in 0..<y.rows {
            let (source, target) = (gateAndUp[token], y[token])
            for index in 0..<hidden { target[index] = VectorFunctions.silu(source[index]) * source[hidden + index] }
        }
    }

    private func add(_ branch: borrowing Activations, to x: borrowing Activations) {
        for index in x.values.indices { x.values[index] += branch.values[index] }
    }
}
