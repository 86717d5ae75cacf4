import HilumExtraction

extension JSONWriter {
    /// Appends `[start, end]`.
    mutating func span(_ span: TextSpan) {
        array {
            $0.integer(span.start)
            $0.integer(span.end)
        }
    }
}
