import Hilum

// The functions of include/hilum.h, which says what they do. Types are those as which Swift imports the header's, so that a test can compare.

/// Written once, and kept as long as the process runs.
nonisolated(unsafe) private let version = UnsafePointer(Texts.give(HilumVersion.current.utf8))

@_cdecl("hilum_version")
public func hilumVersion() -> UnsafePointer<CChar>? {
    version
}

@_cdecl("hilum_open")
public func hilumOpen(_ options: UnsafePointer<CChar>?, _ error: ErrorPointer?) -> OpaquePointer? {
    answer(error) {
        var options = try Options(options)
        let path = try options.word("ontology", "a path") { $0.isEmpty || $0.utf8.contains(0) ? nil : $0 }
        let folders = try options.texts("with")
        try options.finish()
        let ontology =
            if let path { try Ontology(contentsOf: path, with: folders) } else { try Ontology.bundled(with: folders) }
        return Handle(ontology: ontology).retain()
    }
}

@_cdecl("hilum_close")
public func hilumClose(_ handle: OpaquePointer?) {
    if let handle { Handle.release(handle) }
}

@_cdecl("hilum_extract")
public func hilumExtract(
    _ handle: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ count: Int, _ options: UnsafePointer<CChar>?,
    _ error: ErrorPointer?
) -> UnsafeMutablePointer<CChar>? {
    answer(error) {
        let handle = try Handle.at(handle)
        var options = try Options(options)
        let id = try options.text("id") ?? firstID
        let formats = GraphLine.Format.allCases.map(\.rawValue).joined(separator: ", ")
        let format = try options.word("format", "one of \(formats)") { GraphLine.Format(rawValue: $0) }
        try options.finish()
        let report = Report(text: try Texts.copy(text, count: count, name: "text"))
        var writer = JSONWriter()
        handle.graphs.append(handle.hilum.extract(report), id: id, as: format ?? .jsonl, to: &writer)
        return Texts.give(writer.bytes)
    }
}

@_cdecl("hilum_score")
public func hilumScore(
    _ handle: OpaquePointer?, _ reference: UnsafePointer<CChar>?, _ referenceCount: Int, _ candidate: UnsafePointer<CChar>?,
    _ candidateCount: Int, _ options: UnsafePointer<CChar>?, _ error: ErrorPointer?
) -> UnsafeMutablePointer<CChar>? {
    answer(error) {
        let handle = try Handle.at(handle)
        var options = try Options(options)
        let id = try options.text("id") ?? firstID
        let metrics = Set<ScorePart>.names.joined(separator: ", ")
        let parts = try options.word("metrics", "one of \(metrics), or some with commas between them") {
            Set<ScorePart>(list: $0)
        }
        try options.finish()
        let reference = handle.hilum.extract(Report(text: try Texts.copy(reference, count: referenceCount, name: "reference")))
        let candidate = handle.hilum.extract(Report(text: try Texts.copy(candidate, count: candidateCount, name: "candidate")))
        let score = handle.hilum.score(candidate: candidate, reference: reference, parts: parts ?? .all)
        let json = parts.map { ScoreJSON(parts: $0, signature: handle.signature) } ?? handle.scores
        var writer = JSONWriter()
        json.append(score, id: id, to: &writer)
        return Texts.give(writer.bytes)
    }
}

@_cdecl("hilum_reward")
public func hilumReward(
    _ handle: OpaquePointer?, _ request: UnsafePointer<CChar>?, _ count: Int, _ options: UnsafePointer<CChar>?,
    _ error: ErrorPointer?
) -> UnsafeMutablePointer<CChar>? {
    answer(error) {
        let handle = try Handle.at(handle)
        let service =
            if let options { RewardService(hilum: handle.hilum, options: try RewardOptions(options)) } else { handle.rewards }
        let text = try Texts.copyUnchecked(request, count: count, name: "request")
        let line = service.answer(LineReader.Line(number: 1, checking: text, of: "request"))
        return Texts.give(line.dropLast())
    }
}

@_cdecl("hilum_free")
public func hilumFree(_ text: UnsafeMutablePointer<CChar>?) {
    if let text { Texts.free(text) }
}

// MARK: What they have in common

/// Where a function puts the message of an error.
public typealias ErrorPointer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// Of the only row of an input without ids.
private let firstID = Array("1".utf8)

/// What `body` gives; on an error nil, with a message at `error`.
private func answer<Answer>(_ error: ErrorPointer?, _ body: () throws -> Answer) -> Answer? {
    error?.pointee = nil
    do {
        return try body()
    } catch let failure {
        error?.pointee = Texts.give("\(failure)".utf8)
        return nil
    }
}

extension RewardOptions {
    fileprivate init(_ json: UnsafePointer<CChar>) throws {
        self.init()
        var options = try Options(json)
        let modes = RewardMode.allCases.map(\.rawValue).joined(separator: ", ")
        mode = try options.word("mode", "one of \(modes)") { RewardMode(rawValue: $0) }
        weights = try options.word("weights", RewardPartWeights.usage) { RewardPartWeights(text: $0) } ?? weights
        isOfGraphs = try options.flag("graphs")
        givesAdvantages = try options.flag("advantages")
        groupSize = try options.integer("group_size")
        explains = try !options.flag("brief")
        try options.finish()
        if let conflict { throw CallError(description: "the options: \(conflict)") }
    }
}
