import Hilum
import HilumGeneration

/// Made once for all tests.
enum Bundled {
    static let hilum: Hilum = {
        do { return try Hilum() } catch { preconditionFailure("\(error)") }
    }()
    static let phrases = FindingPhrases(ontology: hilum.ontology)

    static func list(_ report: String) -> FindingList {
        FindingList(hilum.extract(report), phrases: phrases)
    }
}
