import Hilum

extension FindingList {
    /// Reads findings in any wording. Semicolons and new lines separate them, as do commas where this makes no difference to what
    /// is read; between two of them the words are read as a report.
    /// - Throws: `FindingTextError` where anything was not understood, can be read in two ways or contradicts the rest, so that nothing is
    ///   dropped in silence. A blank text is an empty list.
    public init(reading text: String, phrases: FindingPhrases) throws(FindingTextError) {
        let statements = text.split { ";\n\r".contains($0) }.map { $0.trimming() }.filter { !$0.isEmpty }
        let reader = phrases.reader
        var unread: [String] = []
        var ambiguous: [String] = []
        for statement in statements {
            let graph = reader.extractor.graph(of: statement)
            if !graph.unrecognised.isEmpty {
                unread += graph.unrecognised.map(graph.words)
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
    /// Whether the parts between commas say another thing alone, without a word that joins them: "no effusion, pneumothorax".
    /// - Parameter findings: what the statement says as a whole.
    fileprivate func isAmbiguous(_ statement: String, _ findings: [Finding]) -> Bool {
        let parts = statement.split(separator: ",").map { $0.trimming() }
        let alternatives = Set(ontology.connectives.filter { $0.role == .alternative || $0.role == .coordinator }.map(\.text))
        guard parts.count > 1, !statement.split(separator: " ").contains(where: { alternatives.contains($0.lowercased()) }) else {
            return false
        }
        let alone = parts.map { self.findings(of: extractor.graph(of: $0)) }
        guard alone.allSatisfy({ !$0.isEmpty }) else { return false }
        return alone.flatMap(\.self).map(\.status) != findings.map(\.status)
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
