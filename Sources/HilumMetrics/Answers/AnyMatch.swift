/// Whether an answer names any of the expected ones: the answer reward of CheXPO-v2 (`r_answer`).
///
/// An answer is split at commas; items are lower-cased, stripped of white space, and dropped where nothing is left. The score is 1 if
/// any item of the candidate is an item of the reference. A reference without items is met by a candidate without items alone.
/// Naming everything therefore scores 1: do not use it where candidates may guess; `AnswerOverlap.f1` charges what is too much.
public enum AnyMatch {
    /// 1 or 0.
    /// - Parameters:
    ///   - candidate: UTF-8, the text of an answer; of a completion with tags `TaggedCompletion.answerText`, as is `reference`.
    public static func score(candidate: some Collection<UInt8>, reference: some Collection<UInt8>) -> Double {
        let expected = items(of: reference)
        let given = items(of: candidate)
        if expected.isEmpty { return given.isEmpty ? 1 : 0 }
        return given.isDisjoint(with: expected) ? 0 : 1
    }

    /// The items of an answer.
    public static func items(of answer: some Collection<UInt8>) -> Set<String> {
        var items: Set<String> = []
        for part in String(decoding: answer, as: UTF8.self).lowercased().split(separator: ",") {
            let item = part.trimmed
            if !item.isEmpty { items.insert(String(item)) }
        }
        return items
    }
}

extension Substring {
    /// Without the white space around.
    fileprivate var trimmed: Substring {
        let rest = drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return rest }
        return rest[...last]
    }
}
