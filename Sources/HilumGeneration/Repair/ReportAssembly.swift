/// A report while it is put together of sentences that may stay and sentences that are added.
struct ReportAssembly: Sendable {
    /// A sentence, and what it says where it stands.
    struct Piece: Sendable {
        var text: String
        var findings: [Finding]
        /// Whether it says something besides: what is no finding of this examination, or was not understood.
        var isStrange = false
        /// Whether it breaks off: "Scoliosis and."
        var isFragment = false
        /// Whether it is canonical, and not of the given text.
        var isAdded = false
    }

    /// Why a sentence is not kept.
    enum Refusal {
        case unasked([Finding])
        /// It says what a sentence before it says.
        case repeated
        /// It says one finding more than once.
        case redundant
        case strange, fragment
    }

    let asked: [Asked]
    private let allowed: Set<Finding>
    private(set) var pieces: [Piece] = []
    /// Of each piece: the part of the report that it belongs to.
    private var ranks: [Int] = []
    /// Sentences that were taken out, so that they are not put in again.
    var refused: [String] = []

    init(asked: [Asked]) {
        self.asked = asked
        allowed = Set(asked.flatMap(\.said))
    }

    /// The sentences, a blank between them.
    var text: String { pieces.map(\.text).joined(separator: " ") }

    /// Where the pieces stand in the UTF-8 of `text`.
    var spans: [Range<Int>] {
        var start = 0
        return pieces.map { piece in
            defer { start += piece.text.utf8.count + 1 }
            return start..<start + piece.text.utf8.count
        }
    }

    func isAsked(_ finding: Finding) -> Bool { allowed.contains(finding) }

    /// Nil for a sentence that may stay.
    func refusal(of piece: Piece) -> Refusal? {
        let unasked = piece.findings.filter { !isAsked($0) }
        if !unasked.isEmpty { return .unasked(unasked) }
        if piece.isStrange || piece.findings.isEmpty { return .strange }
        if piece.isFragment { return .fragment }
        if Set(piece.findings).count < piece.findings.count { return .redundant }
        let said = pieces.flatMap(\.findings)
        return piece.findings.contains(where: said.contains) ? .repeated : nil
    }

    mutating func keep(_ piece: Piece, rank: Int) {
        pieces.append(piece)
        ranks.append(rank)
    }

    /// Puts a sentence behind the last one of its part of the report or of one before it.
    mutating func add(_ piece: Piece, rank: Int) {
        let index = ranks.lastIndex { $0 <= rank }.map { $0 + 1 } ?? 0
        pieces.insert(piece, at: index)
        ranks.insert(rank, at: index)
    }

    mutating func remove(at index: Int) -> Piece {
        ranks.remove(at: index)
        return pieces.remove(at: index)
    }

    /// What is asked that no piece says.
    var missing: [Asked] {
        let said = Set(pieces.flatMap(\.findings))
        return asked.filter { !said.isSuperset(of: $0.said) }
    }
}
