import Hilum

extension FindingList {
    /// Reads findings in any wording. Semicolons and new lines separate them, as do commas where this makes no difference to what
    /// is read; between two of them the words are read as a report.
    /// - Throws: `FindingTextError` where anything was not understood, can be read in two ways or contradicts the rest, so that nothing is
    ///   dropped in silence. A blank text is an empty list.
    public init(reading text: String, phrases: FindingPhrases) throws(FindingTextError) {
        let statements = text.split { ";\n\r".contains($0) }.map { $0.trimming().withoutListMark }.filter { !$0.isEmpty }
        let reader = phrases.reader
        var unread: [String] = []
        var ambiguous: [String] = []
        for statement in statements {
            let graph = reader.extractor.graph(of: statement)
            let words = graph.unrecognised.map(graph.words) + graph.unreadSigns
            if !words.isEmpty {
                unread += words
            } else if graph.observations.isEmpty || !graph.unasserted.isEmpty {
                unread.append(statement)
            } else if reader.isAmbiguous(statement, reader.findings(of: graph)) {
                ambiguous.append(statement)
            }
        }
        guard unread.isEmpty else { throw .notUnderstood(unread) }
        guard ambiguous.isEmpty else { throw .ambiguous(ambiguous) }
        let graph = reader.extractor.graph(of: statements.joined(separator: Self.separator))
        let reasons = reader.scorer.plausibility.implausibilities(in: graph).map(\.explanation)
        guard reasons.isEmpty else { throw .contradictory(reasons) }
        self.init(statements.flatMap { reader.findings(of: reader.extractor.graph(of: $0)) }, phrases: phrases)
    }
}

extension FindingReader {
    /// Whether one of several is there, and nobody knows which: "pneumothorax or effusion"; or the parts between commas say another thing
    /// alone, without a word that joins them: "no effusion, pneumothorax".
    /// - Parameter findings: what the statement says as a whole.
    fileprivate func isAmbiguous(_ statement: String, _ findings: [Finding]) -> Bool {
        let parts = statement.split(separator: ",").map { $0.trimming() }
        let words = Set(statement.split(separator: " ").map { $0.lowercased() })
        func joins(_ roles: ConnectiveRole...) -> Bool {
            ontology.connectives.contains { roles.contains($0.role) && words.contains($0.text) }
        }
        if joins(.alternative), findings.count > 1, findings.allSatisfy({ $0.status == .present }) { return true }
        guard parts.count > 1, !joins(.alternative, .coordinator) else { return false }
        let alone = parts.map { self.findings(of: extractor.graph(of: $0)) }
        guard alone.allSatisfy({ !$0.isEmpty }) else { return false }
        return alone.flatMap(\.self).map(\.status) != findings.map(\.status)
    }
}

extension String {
    /// Without the hyphen, bullet or number of an item in a list.
    fileprivate var withoutListMark: String {
        let mark = prefix { !$0.isWhitespace }
        let isNumber = mark.dropLast().allSatisfy(\.isNumber) && mark.count > 1 && (mark.hasSuffix(".") || mark.hasSuffix(")"))
        guard mark.count < count, isNumber || ["-", "*", "•", "–"].contains(mark) else { return self }
        return dropFirst(mark.count).trimming()
    }
}

extension StringProtocol {
    /// Without blanks and full stops around it.
    func trimming() -> String {
        let isOuter = { (character: Character) in character.isWhitespace || character == "." }
        let start = drop(while: isOuter)
        guard let last = start.lastIndex(where: { !isOuter($0) }) else { return "" }
        return String(start[...last])
    }
}
