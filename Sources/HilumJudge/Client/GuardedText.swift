/// What was sent, so that no message of a server's is shown that repeats a part of it: reports stay out of logs.
struct GuardedText: Sendable {
    let messages: [ChatMessage]
    let key: JudgeKey?

    private static let mostBytes = 200
    /// So many bytes in common are a repetition.
    private static let repeated = 16

    /// A server's message on one line, cut; nil if it repeats what was sent, or is blank.
    func shown(_ message: String) -> String? {
        let line = String(decoding: message.utf8.prefix(4 * Self.mostBytes), as: UTF8.self)
            .unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
            .map { String($0) }.joined(separator: " ")
        // Before it is cut: what is repeated may begin at the cut.
        guard !line.isEmpty, !repeats(Array(line.utf8)), key?.isPart(of: line) != true else { return nil }
        return String(decoding: line.utf8.prefix(Self.mostBytes), as: UTF8.self) + (line.utf8.count > Self.mostBytes ? "…" : "")
    }

    /// Whether a code may be shown: letters, digits and the signs between them, and no key.
    func isName(_ text: String) -> Bool {
        text.utf8.count <= 64 && !text.isEmpty && key?.isPart(of: text) != true
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// Whether an answer holds the key, which is kept nowhere.
    func holdsKey(_ completion: Completion) -> Bool {
        guard let key else { return false }
        return [completion.text, completion.finishReason, completion.model].contains { $0.map { key.isWhole(in: $0) } ?? false }
    }

    /// In small or capital letters.
    private func repeats(_ shown: [UInt8]) -> Bool {
        let bytes = Self.folded(shown)
        var pieces: Set<ArraySlice<UInt8>> = []
        for start in 0..<max(0, bytes.count - Self.repeated + 1) { pieces.insert(bytes[start..<start + Self.repeated]) }
        return messages.contains { message in
            let sent = Self.folded(Self.words(message.content))
            return sent.indices.dropLast(Self.repeated - 1).contains { pieces.contains(sent[$0..<$0 + Self.repeated]) }
        }
    }

    private static func folded(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// With one space for white space, as a shown message has it.
    private static func words(_ text: String) -> [UInt8] {
        Array(text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ").utf8)
    }
}
