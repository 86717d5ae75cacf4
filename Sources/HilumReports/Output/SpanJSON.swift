import HilumExtraction

extension JSONWriter {
    /// Appends `[start, end]`.
    mutating func span(_ span: TextSpan) {
        pair(span.start, span.end)
    }
}
