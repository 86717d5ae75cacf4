import Hilum
import HilumScoring
import Testing

@Suite("Open-i's coding of a report")
struct OpenICodingTests {
    static let reports: [(text: String, codes: [String])] = [
        ("The lungs are clear.", ["normal"]),
        // The heart goes without saying.
        ("The heart is mildly enlarged.", ["Cardiomegaly/mild"]),
        ("There is a nodule in the left mid lung.", ["Nodule/lung/lingula"]),
        ("There is a nodule in the right mid lung.", ["Nodule/lung/middle lobe/right"]),
        ("There is a nodule in the left upper lobe.", ["Nodule/lung/upper lobe/left"]),
        // The word of the report is kept.
        ("There is an opacity in the right lung base.", ["Opacity/lung/base/right"]),
        ("There is a density in the right lung base.", ["Density/lung/base/right"]),
        ("The right atrium is enlarged.", ["Heart Atria/enlarged/right"]),
        ("The right atrium is prominent.", ["Heart Atria/prominent/right"]),
    ]

    @Test("It is in the grammar and the words of the coders", arguments: reports)
    func codes(of report: (text: String, codes: [String])) throws {
        #expect(OpenICoding.codes(of: try Hilum().extract(report.text)) == report.codes)
    }
}
