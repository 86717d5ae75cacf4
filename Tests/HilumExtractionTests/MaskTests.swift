import HilumExtraction
import Testing

@Suite("Devices that de-identification took out")
struct MaskTests {
    @Test(
        "A mask before a tip is the device that ends there",
        arguments: [
            (
                "Right chest ___ with tip in the SVC.",
                ["present right central venous catheter at right chest and superior vena cava"]
            ),
            ("___ tip in the stomach.", ["present enteric tube at stomach"]),
            ("XXXX with its tip above the carina.", ["present endotracheal tube at carina"]),
        ] as [(String, [String])])
    func named(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }

    @Test(
        "Not so where a device is named, the mask is a place's, nothing ends, or no device ends there",
        arguments: [
            ("Left PICC ___ with tip in the SVC.", ["present left peripherally inserted central catheter at superior vena cava"]),
            ("Nodule in ___ with tip in the SVC.", ["present lung nodule"]),
            ("XXXX in the SVC.", []),
            ("Right ___ with tip in the lung.", []),
        ] as [(String, [String])])
    func other(_ text: String, _ expected: [String]) throws {
        #expect(try extractor.get().graph(of: text).lines == expected)
    }
}
