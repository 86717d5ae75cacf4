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
        guard let parts = Set<ScorePart>(list: argument) else { return nil }
        self.parts = parts
    }

    static var allValueStrings: [String] { Set<ScorePart>.names }
}
