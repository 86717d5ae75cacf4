import Hilum
import HilumGeneration

/// Made once for all tests.
enum Bundled {
    static let phrases: FindingPhrases = {
        do { return FindingPhrases(ontology: try .bundled()) } catch { preconditionFailure("\(error)") }
    }()

    static func list(_ report: String) -> FindingList {
        FindingList(Extractor(ontology: phrases.ontology).graph(of: report), phrases: phrases)
    }
}
