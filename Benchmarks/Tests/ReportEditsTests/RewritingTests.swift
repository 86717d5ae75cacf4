import Testing

@testable import ReportEdits

@Test("Every pattern of the paraphrases is a regular expression")
func patternsAreValid() {
    let areValid = Paraphrases.all.allSatisfy(\.isValid)
    #expect(areValid)
    #expect(!Rewriting("(", "").isValid)
}
