import Testing

@testable import HilumReports

@Suite("The register of ids")
struct IDRegisterTests {
    @Test("knows an id again, and takes no other for it")
    func repeated() {
        var ids = IDRegister()
        for line in 1...20_000 { #expect(ids.register(Array("study-\(line)".utf8), line: line) == nil) }
        for line in [1, 4_711, 20_000] { #expect(ids.register(Array("study-\(line)".utf8), line: 30_000) == line) }
    }

    @Test("tells apart what only reads the same, a blank and an empty id, and bytes in another order")
    func bytes() {
        var ids = IDRegister()
        for (line, id) in ["\u{E9}", "e\u{301}", "", " ", "ab", "ba", "a"].enumerated() {
            #expect(ids.register(Array(id.utf8), line: line) == nil)
        }
    }
}
