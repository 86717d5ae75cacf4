/// Which rows of the cache the tokens of a pass see.
enum Visibility {
    /// The tokens follow the `before` rows that are there. Those within the first `images` rows see one another, the others see what
    /// stands before them and themselves.
    case sequence(before: Int, images: Int)
    /// Each token ends a sequence of its own: the first `shared` rows, then rows of its own, the last of which is the token.
    case branches(shared: Int, own: [[Int]])

    /// The position of a token within its sequence.
    func position(ofToken token: Int) -> Int {
        switch self {
        case .sequence(let before, _): before + token
        case .branches(let shared, let own): shared + own[token].count - 1
        }
    }

    /// Makes −∞ of the scores of the rows that a token does not see.
    func hide(_ scores: UnsafeMutableBufferPointer<Float>, fromToken token: Int) {
        switch self {
        case .sequence(let before, let images):
            let position = before + token
            scores[(position < images ? images : position + 1)...].update(repeating: -.infinity)
        case .branches(let shared, let own):
            let kept = own[token].map { scores[$0] }
            scores[shared...].update(repeating: -.infinity)
            for (row, score) in zip(own[token], kept) { scores[row] = score }
        }
    }
}
