import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumScoring

@Suite("Everything that is said counts")
struct FieldTests {
    @Test("Changing any one field of one finding changes some score", arguments: Field.allCases)
    func everyFieldCounts(field: Field) {
        let tried = (0..<400 as Range<UInt64>).count { everyFieldCounts(seed: $0, field) }
        #expect(tried > 50)
    }

    /// Whether there was a field to change.
    private func everyFieldCounts(seed: UInt64, _ field: Field) -> Bool {
        var generator = SeededGenerator(seed: seed)
        let reference = [Said].random(using: &generator)
        let possible = reference.indices.filter { index in
            !reference.indices.contains { $0 != index && reference[$0].isRelated(to: reference[index]) }
        }
        guard let index = possible.randomElement(using: &generator),
            let said = field.changed(in: reference[index], of: reference, using: &generator)
        else { return false }
        var candidate = reference
        candidate[index] = said
        let (perfect, changed) = (score(reference, against: reference), score(candidate, against: reference))
        #expect(changed != perfect, "\(field): \(candidate) for \(reference)")
        return true
    }

    /// A field of a finding. Some values say the same, and are no change: a size and the severity that it stands for, lengths within
    /// a quarter of one another, sites that the finding implies, one word of degree for another where lengths differ more.
    enum Field: CaseIterable {
        case concept, status, side, site, degree, length, change, descriptor, suggestion

        /// The statement with another value; nil if it has no such field.
        func changed(in said: Said, of report: [Said], using generator: inout SeededGenerator) -> Said? {
            var other = said
            switch self {
            case .status:
                other.status = Status.allCases.filter { $0 != said.status }.randomElement(using: &generator) ?? .absent
                return other
            case .concept:
                other.concept = said.concept == "finding.fracture" ? "finding.scoliosis" : "finding.fracture"
                return other
            default: break
            }
            guard said.status != .absent else { return nil }
            switch self {
            case .concept, .status: break
            case .side:
                other.side = ([nil] + Laterality.allCases).filter { $0 != said.side }.randomElement(using: &generator) ?? nil
            case .site: other.sites = said.sites == ["upper-lobe"] ? ["lower-lobe"] : ["upper-lobe"]
            case .degree:
                let level = (said.severity ?? said.size?.severity)?.level
                other.size = nil
                other.severity = Severity.allCases.filter { $0.level != level }.randomElement(using: &generator)
            case .length: other.length = said.length == nil ? "4 mm" : said.length == "4 mm" ? "6 mm" : nil
            case .change:
                other.change = ([nil] + Change.allCases).filter { $0 != said.change }.randomElement(using: &generator) ?? nil
            case .descriptor: other.descriptors = said.descriptors.contains("patchy") ? [] : said.descriptors + ["patchy"]
            case .suggestion:
                let others = report.map(\.concept).filter { $0 != said.concept }
                guard let another = others.first else { return nil }
                other.suggests = said.suggests.map(others.contains) == true ? nil : another
            }
            return other
        }
    }
}
