/// A stretch of a report's tokens: a sentence, or a part of one.
///
/// As a slice of an array, but without counting references, which every step of reading would pay for. It lives as long as the tokens
/// that it was made of are lent.
struct Tokens: RandomAccessCollection {
    private let all: UnsafeBufferPointer<Token>
    let startIndex: Int
    let endIndex: Int

    init(_ all: UnsafeBufferPointer<Token>, _ range: Range<Int>) {
        self.all = all
        startIndex = range.lowerBound
        endIndex = range.upperBound
    }

    var indices: Range<Int> { startIndex..<endIndex }

    subscript(index: Int) -> Token {
        precondition(index >= startIndex && index < endIndex)
        return all[index]
    }

    subscript(range: Range<Int>) -> Tokens {
        precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex)
        return Tokens(all, range)
    }

    /// From the first to the last; there is at least one.
    var span: TextSpan { TextSpan(Int(self[startIndex].start), Int(self[endIndex - 1].end)) }
}
