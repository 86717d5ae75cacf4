#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The keys of JSON objects, of which Foundation's decoder takes one silently where two are the same.
enum JSONKeys {
    /// The first key that stands twice in one object; nil if there is none.
    /// - Parameter text: JSON that a decoder has accepted, whose depth is therefore bounded.
    static func firstRepeated(in text: [UInt8]) -> String? {
        // One set for each object or array that is open; those of arrays stay empty.
        var open: [Set<String>] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append([])
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
            case UInt8(ascii: "\""):
                let string = index..<end(ofStringAt: index, in: text)
                index = string.upperBound
                guard isKey(endingAt: index, in: text), !open.isEmpty else { continue }
                let key = unescaped(text[string])
                if !open[open.count - 1].insert(key).inserted { return key }
                continue
            default: break
            }
            index += 1
        }
        return nil
    }

    /// After the closing quote.
    private static func end(ofStringAt start: Int, in text: [UInt8]) -> Int {
        var index = start + 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, text.count)
    }

    private static func isKey(endingAt end: Int, in text: [UInt8]) -> Bool {
        text[end...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }

    /// What stands between the quotes; escapes are rare.
    private static func unescaped(_ string: ArraySlice<UInt8>) -> String {
        if string.contains(UInt8(ascii: "\\")), let text = try? JSONDecoder().decode(String.self, from: Data(string)) {
            return text
        }
        return String(decoding: string.dropFirst().dropLast(), as: UTF8.self)
    }
}
