import HilumOntology
import HilumText

extension GraphBuilder {
    /// The length that begins at a number; nil for any other number. In "2.5 x 3 cm" both numbers have the last one's unit.
    func measurement(at index: Int, _ reading: SentenceReading) -> Measurement? {
        guard let number = number(at: index, reading) else { return nil }
        var last = index + 1
        while last < min(reading.items.count, index + Self.longestLength), isInsideLength(last, reading) { last += 1 }
        guard last < reading.items.count, let unit = grammar.entry(reading.items[last])?.unit else { return nil }
        let length = grammar.lexicon.units[Int(unit)]
        let millimetres = number.value * length.millimetres
        guard millimetres <= Unit.mostMillimetres else { return nil }
        return Measurement(
            value: number.value, unit: length.symbol, millimetres: millimetres,
            span: number.span.union(reading.items[last].span))
    }

    /// The most items from a number to its unit: three numbers with decimal commas and the crosses between them.
    private static let longestLength = 11

    /// "2.5 x 3 cm", "2 by 3 cm", "2 to 3 cm", "2-3 cm"
    private func isInsideLength(_ index: Int, _ reading: SentenceReading) -> Bool {
        let before = reading.items[index - 1].span.end
        switch reading.kind(index) {
        case .comma: return isBetweenDigits(reading.items[index].span.start)
        case .number:
            // Two numbers in a row are no length unless something joins them: "image 12 4 mm".
            let gap = text[before..<reading.items[index].span.start]
            return reading.kind(index - 1) != .number || gap.contains { $0 == ASCII.hyphen || $0 == 0xE2 }
        case .preposition, .other:
            return index + 1 < reading.items.count && reading.kind(index + 1) == .number && joinsLengths(index, reading)
        default: return false
        }
    }

    private func joinsLengths(_ index: Int, _ reading: SentenceReading) -> Bool {
        let span = reading.items[index].span
        return Self.joints.contains { $0.elementsEqual(text[span.start..<span.end].lazy.map(ASCII.folded)) }
    }

    /// What joins the numbers of one length; as signs of arithmetic they are no words of the tables.
    private static let joints = ["x", "\u{D7}", "by", "to"].map { Array($0.utf8) }

    /// A number of a length and its span; nil for what is not understood as one: a part of a date or of a fraction.
    private func number(at index: Int, _ reading: SentenceReading) -> (value: Double, span: TextSpan)? {
        var span = reading.items[index].span
        guard !isJoined(span.end) else { return nil }
        if let start = decimalStart(before: index, reading) {
            span = TextSpan(start, span.end)
        } else if isJoined(span.start - 1) {
            return nil
        }
        let bytes = Array(text[span.start..<span.end])
        let digits: [UInt8]
        if span.start < reading.items[index].span.start {
            digits = bytes.map { $0 == UInt8(ascii: ",") ? ASCII.stop : $0 }
        } else {
            // Thousands.
            digits = bytes.filter { $0 != UInt8(ascii: ",") }
        }
        return Double(String(decoding: digits, as: UTF8.self)).map { ($0, span) }
    }

    /// Where a number with a decimal comma begins, the digits behind its comma being an item: "3,5 cm", "3,5 x 4,2 cm".
    private func decimalStart(before index: Int, _ reading: SentenceReading) -> Int? {
        guard index > 1, index + 1 < reading.items.count, reading.kind(index - 1) == .comma,
            isBetweenDigits(reading.items[index - 1].span.start), reading.kind(index - 2) == .number
        else { return nil }
        let (whole, part) = (reading.items[index - 2].span, reading.items[index].span)
        let isWhole = text[whole.start..<part.end].allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ",") }
        guard isWhole, !isJoined(whole.start - 1),
            grammar.entry(reading.items[index + 1])?.unit != nil || joinsLengths(index + 1, reading)
        else { return nil }
        return whole.start
    }

    /// Whether a byte joins a number to what stands on its other side: a comma, slash or full stop between digits, a vulgar fraction.
    private func isJoined(_ index: Int) -> Bool {
        guard text.indices.contains(index) else { return false }
        switch text[index] {
        case UInt8(ascii: ","), UInt8(ascii: "/"), ASCII.stop: return isBetweenDigits(index)
        // ¼ to ¾, ⅓ and its like
        case 0xC2: return index + 1 < text.count && (0xBC...0xBE).contains(text[index + 1])
        case 0xE2: return index + 1 < text.count && text[index + 1] == 0x85
        default: return false
        }
    }

    private func isBetweenDigits(_ index: Int) -> Bool {
        index > 0 && index + 1 < text.count && ASCII.isDigit(text[index - 1]) && ASCII.isDigit(text[index + 1])
    }
}
