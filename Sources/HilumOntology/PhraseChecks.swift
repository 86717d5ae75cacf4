/// Whether the words of the tables can be found in a report, and whether each phrase has one meaning in each of its roles.
struct PhraseChecks {
    private let tables: [String: Table]

    /// Matching numbers words in 16 bits, from 1.
    private static let mostWords = 65_535
    private static let longestWord = 64

    init(tables: [String: Table]) {
        self.tables = tables
    }

    /// A column of phrases that do the same.
    private struct Role {
        var schema: TableSchema
        var column: String
        /// Whether a phrase may be a sign alone: `?`, `&`.
        var allowsSigns = false
    }

    private static let roles = [
        Role(schema: .terms, column: "term"), Role(schema: .states, column: "term"), Role(schema: .modifiers, column: "term"),
        Role(schema: .cues, column: "cue", allowsSigns: true),
        Role(schema: .connectives, column: "term", allowsSigns: true), Role(schema: .sections, column: "heading"),
        Role(schema: .units, column: "term"),
    ]

    func run() throws(OntologyError) {
        var words: Set<String> = []
        let names = try checkNames(&words)
        for role in Self.roles {
            var seen: Set<[String]> = []
            for row in rows(role.schema) {
                let phrase = try phrase(row, role.column, allowsSigns: role.allowsSigns, &words)
                guard seen.insert(phrase).inserted else {
                    throw row.problem(role.column, "'\(row[role.column])' stands there twice")
                }
                if role.schema.name == TableSchema.terms.name, let owner = names[phrase], owner != row["concept"] {
                    throw row.problem(role.column, "'\(row[role.column])' is the name of '\(owner)'")
                }
            }
        }
        for (schema, column) in [(TableSchema.inflections, "form"), (.inflections, "word"), (.abbreviations, "abbreviation")] {
            for row in rows(schema) { _ = try phrase(row, column, allowsSigns: false, &words) }
        }
    }

    private func rows(_ schema: TableSchema) -> [TableRow] {
        tables[schema.name].map { Array($0.typedRows) } ?? []
    }

    /// - Returns: the concept that each preferred name belongs to.
    private func checkNames(_ words: inout Set<String>) throws(OntologyError) -> [[String]: String] {
        var owners: [[String]: String] = [:]
        for row in rows(.concepts) {
            let name = try phrase(row, "name", allowsSigns: false, &words)
            if let owner = owners.updateValue(row["id"], forKey: name), owner != row["id"] {
                throw row.problem("name", "'\(row["name"])' is the name of '\(owner)' too")
            }
        }
        return owners
    }

    /// The words of a cell, lower-case; `words` gets them too.
    private func phrase(
        _ row: TableRow, _ column: String, allowsSigns: Bool, _ words: inout Set<String>
    ) throws(OntologyError) -> [String] {
        let bytes = Array(try row.required(column).lowercased().utf8)
        guard let phrase = Self.words(of: bytes) else {
            throw row.problem(column, "a dash, quote, blank or sign beyond ASCII, which is never read in a report")
        }
        let isFound = phrase.contains { $0.utf8.contains { Self.isLetter($0) || Self.isDigit($0) } }
        guard isFound || (allowsSigns && !phrase.isEmpty) else { throw row.problem(column, "must hold a letter or a digit") }
        for word in phrase {
            let length = word.utf8.count
            guard length <= Self.longestWord else { throw row.problem(column, "a word of more than \(Self.longestWord) bytes") }
            if word.utf8.allSatisfy({ $0 == UInt8(ascii: "_") })
                || (length > 2 && word.utf8.allSatisfy { $0 == UInt8(ascii: "x") })
            {
                throw row.problem(column, "a mark of de-identification, which is never read as a word")
            }
        }
        words.formUnion(phrase)
        guard words.count <= Self.mostWords else {
            throw .tooMany(file: row.row.file, what: "distinct words", limit: Self.mostWords)
        }
        return phrase
    }

    // MARK: Words

    /// The words of a phrase, cut as a report's are: at blanks, hyphens and apostrophes, with numbers and signs by themselves.
    /// - Returns: nil if it holds what beyond ASCII separates words.
    private static func words(of text: [UInt8]) -> [String]? {
        var words: [String] = []
        var index = 0
        while index < text.count {
            let start = index
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "-") { continue }
            if byte == UInt8(ascii: "'") {
                let isPossessive =
                    index < text.count && text[index] == UInt8(ascii: "s")
                    && (index + 1 >= text.count || !isLetter(text[index + 1]))
                if isPossessive { index += 1 }
                continue
            }
            if isLetter(byte) {
                while index < text.count, isLetter(text[index]) || isDigit(text[index]) { index += 1 }
            } else if isDigit(byte) {
                while index < text.count, isDigit(text[index]) { index += 1 }
                if index + 1 < text.count, text[index] == UInt8(ascii: "."), isDigit(text[index + 1]) {
                    index += 1
                    while index < text.count, isDigit(text[index]) { index += 1 }
                }
            } else if byte == UInt8(ascii: "_") {
                while index < text.count, text[index] == byte { index += 1 }
            }
            let word = text[start..<index]
            if word.indices.contains(where: { isSeparator(word[$0...]) }) { return nil }
            words.append(String(decoding: word, as: UTF8.self))
        }
        return words
    }

    /// Whether bytes begin with a sign of Latin-1, general punctuation, an ideographic space or a byte order mark.
    private static func isSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, let second = bytes.dropFirst().first else { return false }
        return switch (first, second) {
        case (0xC2, _), (0xE2, 0x80...0xAF), (0xE3, 0x80), (0xEF, 0xBB): true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0x80 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
