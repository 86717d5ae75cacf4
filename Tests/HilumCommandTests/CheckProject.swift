import Foundation
import HilumTestSupport
import Testing

/// A folder with a baseline of a model that is mostly right.
struct CheckProject {
    static let columns = ["--reference", "reference", "--candidate", "candidate"]
    static let findings = ["pleural effusion", "pneumothorax", "pulmonary edema", "consolidation", "rib fracture"]

    let folder: TemporaryFolder
    var baseline: String { folder.path + "/baseline.json" }

    /// Of each report, the reference's finding on a side.
    static let references = (0..<20).map { "\($0 % 2 == 0 ? "Left" : "Right") \(findings[$0 % 5])." }

    /// Candidates that are right but for one.
    static var right: [String] {
        var candidates = references
        candidates[19] = "Left \(findings[4])."
        return candidates
    }

    /// Made once.
    private static let made = Result<String, any Error> {
        let folder = try TemporaryFolder()
        let file = try folder.file("predictions.csv", csv(right))
        let made = try HilumProcess.run(
            ["check", file] + columns + ["--baseline", folder.path + "/baseline.json", "--update"])
        try #require(made.status == 0, "\(made.errors)")
        return try folder.text(of: "baseline.json")
    }

    init() throws {
        folder = try TemporaryFolder()
        try folder.file("baseline.json", Self.made.get())
    }

    static func csv(_ candidates: [String], order: [Int]? = nil, references: [String] = references) -> String {
        "id,reference,candidate\n"
            + (order ?? Array(candidates.indices)).map { "case-\($0),\(references[$0]),\(candidates[$0])\n" }.joined()
    }

    func check(_ candidates: [String], _ options: [String] = []) throws -> Outcome {
        try check(text: Self.csv(candidates), options)
    }

    func check(text: String, _ options: [String] = []) throws -> Outcome {
        let file = try folder.file("predictions.csv", text)
        return try HilumProcess.run(
            ["check", file] + Self.columns + ["--baseline", baseline] + options)
    }

    func text(of name: String) throws -> String { try folder.text(of: name) }

    /// The first ten lose their finding.
    static var worse: [String] {
        right.enumerated().map { $0.offset < 10 ? "No \(findings[$0.offset % 5])." : $0.element }
    }
}
