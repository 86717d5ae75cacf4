/// Reads the lines of a conversation, each as soon as it is there. What follows a line at fault can still be read.
///
///     let reader = try LineReader(path: "-")
///     while let line = try reader.next() { … try line.text.get() … }
public final class LineReader {
    public struct Line: Sendable {
        /// Counts from 1, blank lines counted.
        public var number: Int
        /// UTF-8 without the line feed, or why there is none.
        public var text: Result<[UInt8], InputError>

        /// A line that is at hand.
        /// - Parameters:
        ///   - text: without the line feed; checked here.
        ///   - name: of the input, for messages.
        public init(number: Int, checking text: [UInt8], of name: String) {
            self.number = number
            var checker = UTF8Checker()
            guard let fault = text.withUnsafeBytes({ checker.check($0) })?.fault ?? checker.finish() else {
                self.text = .success(text)
                return
            }
            let reason =
                switch fault.finding {
                case .nul: "a NUL byte; write UTF-8, not UTF-16"
                case .invalid: "no UTF-8; write the text as UTF-8, or with escapes"
                }
            let problem = InputError.Problem.malformedJSON(line: number, byte: fault.offset + 1, reason: reason)
            self.text = .failure(InputError(file: name, problem: problem))
        }

        fileprivate init(number: Int, failure: InputError) {
            self.number = number
            text = .failure(failure)
        }
    }

    private let source: ByteSource
    private var lines = LineSplitter()

    /// - Parameter path: a file, or `-` for standard input.
    public init(path: String) throws(InputError) {
        source = try ByteSource(path: path, isChecked: false)
    }

    /// The next line that is not blank; nil at the end.
    /// - Throws: `InputError` where the input can be read no further.
    public func next() throws(InputError) -> Line? {
        do throws(InputError) {
            guard let line = try lines.nextFilled(from: source, row: 0) else { return nil }
            return Line(number: line.number, checking: Array(line.bytes[line.range]), of: source.name)
        } catch {
            guard let number = error.line else { throw error }
            return Line(number: number, failure: error)
        }
    }
}
