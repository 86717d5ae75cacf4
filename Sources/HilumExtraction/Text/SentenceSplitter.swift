import HilumOntology
import HilumText

/// A sentence: tokens from `first` up to, not including, `end`.
struct Sentence {
    var first: Int
    var end: Int
    /// Whether a blank line goes before it.
    var startsParagraph = false
    var hasColon = false
}

/// Cuts a report into sentences of tokens.
///
/// A semicolon ends a sentence; a full stop does but within a number, after an abbreviation or an initial, and after the number of a list, which is left out.
/// A line end ends one before a blank line, a list item or a heading, and where the line is too short to have been wrapped; not after a comma
/// or a word that must go on, nor before a small letter in a text that begins its sentences with capitals.
final class SentenceSplitter: Sendable {
    private let vocabulary: Vocabulary
    private let spelling: Spelling
    /// Words whose full stop ends nothing.
    private let abbreviations: WordSet
    /// Words that end no sentence, such as prepositions, so that a line after them goes on.
    private let leading: WordSet

    init(lexicon: Lexicon) {
        vocabulary = lexicon.vocabulary
        spelling = lexicon.spelling
        abbreviations = lexicon.abbreviations
        leading = lexicon.leading
    }

    private func isBlank(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
        (start..<end).allSatisfy { ASCII.isBlank(text[$0]) }
    }

    /// A line at least this long (bytes) is taken for one that was wrapped.
    private static let wrappedLine = 60
    /// A text without full stops is cut here, so that the work stays linear in its length.
    private static let longestSentence = 600

    func split(
        _ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, tokens: inout [Token], sentences: inout [Sentence]
    ) {
        let (start, end) = (stretch.lowerBound, stretch.upperBound)
        var lexer = Lexer(text, from: start, to: end)
        var first = tokens.count
        var lineStart = start
        var startsParagraph = false
        var hasColon = false

        func close() {
            if tokens.count > first {
                sentences.append(
                    Sentence(first: first, end: tokens.count, startsParagraph: startsParagraph, hasColon: hasColon))
                startsParagraph = false
            }
            first = tokens.count
            hasColon = false
        }

        while let lexeme = lexer.next() {
            var isLast = false
            switch lexeme.kind {
            case .newline:
                if endsSentence(newlineAt: lexeme.start, text, end, length: lexeme.start - lineStart, after: tokens[first...]) {
                    close()
                }
                if isBlank(text, from: lineStart, to: lexeme.start) { startsParagraph = true }
                lineStart = lexeme.end
                continue
            case .stop:
                if isListMarker(tokens[first...]) {
                    tokens.removeSubrange(first...)
                    continue
                }
                isLast = endsSentence(stopAt: lexeme.start, text, end, after: tokens[first...])
                // A word only where it is a "?" or stands inside a sentence: "Pneumonia?"
                if text[lexeme.start] == ASCII.stop || isLast && text[lexeme.start] != UInt8(ascii: "?") {
                    if isLast { close() }
                    continue
                }
            case .semicolon:
                close()
                continue
            case .closeParenthesis where isListMarker(tokens[first...]):
                tokens.removeSubrange(first...)
                continue
            case .colon: hasColon = true
            default: break
            }
            append(lexeme, text, &tokens)
            if isLast || tokens.count - first >= Self.longestSentence { close() }
        }
        close()
    }

    @inline(__always)
    private func append(_ lexeme: Lexer.Lexeme, _ text: UnsafeBufferPointer<UInt8>, _ tokens: inout [Token]) {
        var form = Vocabulary.Form.unknown
        if lexeme.kind != .mask, lexeme.end - lexeme.start <= Lexer.longestWord {
            form = vocabulary.form(of: text, lexeme.start, lexeme.end, lexeme.hash)
            if form.word == Vocabulary.unknown, lexeme.kind == .word {
                form = spelling.form(of: text, lexeme.start, lexeme.end) ?? .unknown
            }
        }
        tokens.append(
            Token(
                start: Int32(truncatingIfNeeded: lexeme.start), end: Int32(truncatingIfNeeded: lexeme.end), form: form,
                kind: lexeme.kind, isCapital: ASCII.isUpper(text[lexeme.start]) && ASCII.isUpper(text[lexeme.end - 1])))
    }

    /// `1` or `a` before its full stop or parenthesis, at the start of a sentence.
    private func isListMarker(_ tokens: ArraySlice<Token>) -> Bool {
        guard let token = tokens.first, tokens.count == 1 else { return false }
        return token.kind == .number ? token.end - token.start <= 2 : token.kind == .word && token.end - token.start == 1
    }

    private func endsSentence(
        stopAt index: Int, _ text: UnsafeBufferPointer<UInt8>, _ end: Int, after tokens: ArraySlice<Token>
    ) -> Bool {
        let next = index + 1 < end ? text[index + 1] : ASCII.newline
        // "?pneumonia" asks; it ends nothing.
        if text[index] == UInt8(ascii: "?"), ASCII.isLetter(next) || tokens.isEmpty { return false }
        guard let last = tokens.last, text[index] == ASCII.stop else { return true }
        if next == ASCII.newline || next == ASCII.carriageReturn { return true }
        if ASCII.isLower(next) { return false }
        guard last.kind == .word, Int(last.end) == index else { return true }
        // An initial stands by itself; "R>L." does not.
        let isInitial = last.end - last.start == 1 && tokens.dropLast().last?.end != last.start
        return !isInitial && !abbreviations.contains(last.word)
    }

    private func endsSentence(
        newlineAt index: Int, _ text: UnsafeBufferPointer<UInt8>, _ end: Int, length: Int, after tokens: ArraySlice<Token>
    ) -> Bool {
        var next = index + 1
        while next < end, ASCII.isBlank(text[next]) { next += 1 }
        guard next < end else { return true }
        let byte = text[next]
        if byte == ASCII.newline || byte == ASCII.carriageReturn || byte == ASCII.hyphen || byte == UInt8(ascii: "*") {
            return true
        }
        if let first = tokens.first, let last = tokens.last {
            if last.kind == .comma || leading.contains(last.word) { return false }
            if ASCII.isLower(byte), ASCII.isUpper(text[Int(first.start)]), !isHeading(from: next, text, end) { return false }
        }
        if length < Self.wrappedLine { return true }
        if ASCII.isUpper(byte) { return isHeading(from: next, text, end) }
        guard ASCII.isDigit(byte) else { return false }
        while next < end, ASCII.isDigit(text[next]) { next += 1 }
        return next + 1 < end && (text[next] == ASCII.stop || text[next] == UInt8(ascii: ")")) && ASCII.isBlank(text[next + 1])
    }

    /// Whether a line begins with a few words and a colon.
    private func isHeading(from start: Int, _ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        for index in start..<min(end, start + 40) {
            if text[index] == UInt8(ascii: ":") { return true }
            if !ASCII.isLetter(text[index]) && !ASCII.isBlank(text[index]) { return false }
        }
        return false
    }
}
