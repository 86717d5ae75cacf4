import HilumReports

/// The two reports between lines that neither of them contains, so that nothing in a report can end it and pass as a request.
enum FencedReports {
    static func text(candidate: String, reference: String) -> String {
        let mark = mark(for: [reference, candidate])
        return """
            Reference report, between the two lines ==== \(mark) ====
            ==== \(mark) ====
            \(reference)
            ==== \(mark) ====

            Candidate report, between the two lines ==== \(mark) ====
            ==== \(mark) ====
            \(candidate)
            ==== \(mark) ====

            Judge the candidate now, in the form that was asked for.
            """
    }

    /// Made of the reports, so that the same pair is asked in the same words and nobody who writes a report can know it
    /// beforehand.
    private static func mark(for texts: [String]) -> String {
        var mark = Self.mark(of: texts.flatMap { Array($0.utf8) + [0xFF] })
        while texts.contains(where: { $0.contains(mark) }) { mark = Self.mark(of: Array(mark.utf8)) }
        return mark
    }

    private static func mark(of bytes: [UInt8]) -> String { String(TextHash(of: bytes).hexadecimal.prefix(16)) }
}
