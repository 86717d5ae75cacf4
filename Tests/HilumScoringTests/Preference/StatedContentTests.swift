import HilumExtraction
import HilumScoring
import HilumTestSupport
import Testing

@Suite("What a report says, without its words")
struct StatedContentTests {
    @Test("is the same in any order, and stated twice")
    func order() {
        for seed in 0..<200 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let said = [Said].random(using: &generator)
            let content = StatedContent(of: .saying(said))
            #expect((content == nil) == said.isEmpty)
            // What suggests what is told by the concept, which is stated once.
            #expect(StatedContent(of: .saying(said.shuffled(using: &generator))) == content)
            if said.allSatisfy({ $0.suggests == nil }) { #expect(StatedContent(of: .saying(said + said)) == content) }
        }
    }

    @Test(
        "differs with every attribute",
        arguments: [
            Said("nodule", .absent), Said("nodule", .uncertain), Said("mass"), Said("nodule", side: .left),
            Said("nodule", site: "upper-lobe"),
            Said("nodule", severity: .mild), Said("nodule", size: .small), Said("nodule", change: .new),
            Said("nodule", descriptors: ["patchy"]), Said("nodule", length: "4 mm"),
        ])
    func attributes(other: Said) {
        #expect(StatedContent(of: .saying([other])) != StatedContent(of: .saying([Said("nodule")])))
        #expect(StatedContent(of: .saying([Said("nodule"), other])) != StatedContent(of: .saying([Said("nodule")])))
    }

    @Test("differs with a change of the whole, and with words that were not read")
    func others() {
        let graph = ReportGraph.saying([Said("nodule")])
        #expect(StatedContent(of: .saying([Said("nodule")], overall: [.unchanged])) != StatedContent(of: graph))
        var unread = graph
        unread.unrecognised = [TextSpan(0, 3)]
        #expect(StatedContent(of: unread) != StatedContent(of: graph))
    }

    @Test("leaves out the only place where a finding can be")
    func onlyPlace() {
        let heart = StatedContent(of: .saying([Said("cardiomegaly", site: "heart")]))
        #expect(heart == StatedContent(of: .saying([Said("cardiomegaly")])))
    }
}
