import ArgumentParser
import Hilum

/// The value of `--metrics`.
struct ScoreParts: ExpressibleByArgument {
    var parts: Set<ScorePart>

    static let all = ScoreParts(parts: .all)

    init(parts: Set<ScorePart>) {
        self.parts = parts
    }

    init?(argument: String) {
        parts = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            if name == "all" {
                parts.formUnion(Self.all.parts)
            } else if let part = ScorePart(rawValue: String(name)) {
                parts.insert(part)
            } else {
                return nil
            }
        }
    }

    static var allValueStrings: [String] { ScorePart.allCases.map(\.rawValue) + ["all"] }
}
