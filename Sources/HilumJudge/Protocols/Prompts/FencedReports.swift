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
        // FNV-1a (draft-eastlake-fnv).
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        while true {
            let digits = String(hash, radix: 16)
            let mark = String(repeating: "0", count: 16 - digits.count) + digits
            if !texts.contains(where: { $0.contains(mark) }) { return mark }
            hash &+= 1
        }
    }
}
