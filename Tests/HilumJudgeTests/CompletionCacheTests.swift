import Foundation
import HilumTestSupport
import Testing

@testable import HilumJudge

@Suite("The cache")
struct CompletionCacheTests {
    static func request(_ number: Int) -> ChatRequest {
        ChatRequest(messages: [], body: [], identity: RequestIdentity(of: String(number).utf8))
    }

    static let completions = [
        Completion(text: "", finishReason: nil, model: nil, usage: nil),
        Completion(text: "ä\u{0}b\nc", finishReason: "stop", model: "m", usage: TokenUsage(prompt: 1, completion: 0)),
        Completion(text: String(repeating: "long ", count: 50_000), finishReason: "length", model: "m-2", usage: nil),
    ]

    @Test("gives back what was kept, also to the next that opens it", arguments: completions.indices)
    func roundTrip(index: Int) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/c.sqlite"
        let request = Self.request(index)
        do {
            let cache = try CompletionCache(path: path)
            #expect(try cache.completion(of: request) == nil)
            try cache.keep(Completion(text: "old"), of: request)
            try cache.keep(Self.completions[index], of: request)
        }
        #expect(try CompletionCache(path: path).completion(of: request) == Self.completions[index])
        #expect(try CompletionCache.existing(path: path)?.completion(of: request) == Self.completions[index])
        #expect(try CompletionCache(path: path).completion(of: Self.request(99)) == nil)
    }

    @Test("without a file is forgotten")
    func nowhere() throws {
        let cache = try CompletionCache(path: nil)
        try cache.keep(Completion(text: "a"), of: Self.request(1))
        #expect(try cache.completion(of: Self.request(1))?.text == "a")
        #expect(try CompletionCache(path: nil).completion(of: Self.request(1)) == nil)
        #expect(try CompletionCache.existing(path: "/nowhere/c.sqlite") == nil)
    }

    @Test("is shared by several that write at a time, from its first moment on")
    func shared() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/c.sqlite"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let cache = try CompletionCache(path: path)
                    for number in 0..<25 {
                        try cache.keep(Completion(text: "\(writer)-\(number)"), of: Self.request(writer * 100 + number))
                    }
                }
            }
            try await group.waitForAll()
        }
        let cache = try CompletionCache(path: path)
        for writer in 0..<8 {
            for number in 0..<25 {
                #expect(try cache.completion(of: Self.request(writer * 100 + number))?.text == "\(writer)-\(number)")
            }
        }
    }

    @Test("is no other file, which stays as it is")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let text = try folder.file("t.csv", "id,reference\n" + String(repeating: "1,secret\n", count: 200))
        let other = "\(folder.path)/o.sqlite"
        let connection = try CacheConnection(path: other, isReadOnly: false)
        try connection.run("CREATE TABLE completions (request TEXT, completion TEXT)")
        let own = "\(folder.path)/c.sqlite"
        do {
            let cache = try CompletionCache(path: own)
            for number in 0..<200 {
                try cache.keep(Completion(text: String(repeating: "a", count: 200)), of: Self.request(number))
            }
        }
        var damaged = try Data(contentsOf: URL(filePath: own))
        damaged.replaceSubrange(2048..<damaged.count, with: repeatElement(0xAA, count: damaged.count - 2048))
        let broken = try folder.file("b.sqlite", Array(damaged))
        for path in [text, other] {
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: CacheError.self) { try CompletionCache(path: path) }
            #expect(throws: CacheError.self) { try CompletionCache.existing(path: path) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
        let error = #expect(throws: CacheError.self) { try CompletionCache(path: broken).completion(of: Self.request(5)) }
        #expect(error?.description.contains("is no cache of completions") == true)
        #expect(throws: CacheError.self) { try CompletionCache(path: folder.path) }
        #expect(throws: CacheError.self) { try CompletionCache(path: "/nowhere/c.sqlite") }
    }
}
