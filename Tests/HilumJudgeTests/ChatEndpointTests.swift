import HilumJudge
import Testing

@testable import HilumJudge

@Suite("An endpoint")
struct ChatEndpointTests {
    static let urls: [(given: String, url: String, place: String, style: ChatEndpoint.Style, isLoopback: Bool)] = [
        ("http://localhost:8000/v1", "http://localhost:8000/v1/chat/completions", "http://localhost:8000", .openAI, true),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions", "http://localhost:11434", .openAI, true),
        ("https://api.openai.com/v1", "https://api.openai.com/v1/chat/completions", "https://api.openai.com", .openAI, false),
        (
            "HTTPS://API.Example/v1/chat/completions", "https://api.example/v1/chat/completions", "https://api.example", .openAI,
            false
        ),
        (
            "https://n.openai.azure.com/openai/deployments/D/chat/completions?api-version=2024-06-01",
            "https://n.openai.azure.com/openai/deployments/D/chat/completions?api-version=2024-06-01",
            "https://n.openai.azure.com",
            .azure, false
        ),
        (
            "https://n.openai.azure.com/openai/v1", "https://n.openai.azure.com/openai/v1/chat/completions",
            "https://n.openai.azure.com",
            .azure, false
        ),
        ("http://127.0.0.1", "http://127.0.0.1/chat/completions", "http://127.0.0.1", .openAI, true),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions", "http://[::1]:8080", .openAI, true),
        (
            "http://127.0.0.1.example/v1", "http://127.0.0.1.example/v1/chat/completions", "http://127.0.0.1.example", .openAI,
            false
        ),
        (
            "http://localhost.example/v1", "http://localhost.example/v1/chat/completions", "http://localhost.example", .openAI,
            false
        ),
        (
            "http://openai.azure.com.example/v1", "http://openai.azure.com.example/v1/chat/completions",
            "http://openai.azure.com.example", .openAI, false
        ),
    ]

    @Test("is asked at the URL of chat completions", arguments: urls)
    func url(row: (given: String, url: String, place: String, style: ChatEndpoint.Style, isLoopback: Bool)) throws {
        let endpoint = try ChatEndpoint(url: row.given)
        #expect(endpoint.url == row.url)
        #expect(endpoint.place == row.place)
        #expect(endpoint.style == row.style)
        #expect(endpoint.isLoopback == row.isLoopback)
    }

    @Test(
        "is none where a URL could be read in two ways, or holds what should not be in it",
        arguments: [
            "", "localhost:8000/v1", "ftp://host/", "file:///etc/passwd", "http://", "http:///v1", "http://user@host/v1",
            "http://user:password@host/v1", "http://localhost\\@host/v1", "http://host/v1#part", "http://host name/v1",
            "http://host/v 1",
            "http://höst/v1", "http://host%00/v1", "http://host/v1\r\nX-Header: 1", "http://[::1", "http://host:port/",
            "http://host:0/v1", "http://host:65536/v1",
        ])
    func refused(url: String) {
        #expect(throws: EndpointError.self) { try ChatEndpoint(url: url) }
    }

    @Test("gets a key over http on this machine alone", arguments: urls.map(\.given))
    func keyInTheOpen(url: String) throws {
        let endpoint = try ChatEndpoint(url: url)
        let mayGo = (try? endpoint.checkKeyMayGo()) != nil
        #expect(mayGo == (endpoint.isLoopback || endpoint.place.hasPrefix("https:")))
    }

    @Test("tells its answers from those of another by all but the query")
    func identity() throws {
        func identity(_ url: String) throws -> String { try ChatEndpoint(url: url).address }
        #expect(try identity("http://localhost:1/v1") == identity("http://localhost:1/v1/chat/completions?v=2"))
        #expect(try identity("http://localhost:1/v1") != identity("http://localhost:2/v1"))
    }
}

@Suite("A key")
struct JudgeKeyTests {
    @Test("shows itself to nobody")
    func hidden() throws {
        let key = try JudgeKey("sk-secret-0123456789\n")
        #expect(key.header(for: .openAI) == "Authorization: Bearer sk-secret-0123456789")
        #expect(key.header(for: .azure) == "api-key: sk-secret-0123456789")
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] { #expect(!text.contains("secret")) }
    }

    @Test("is none that could end its header", arguments: ["", " \n", "a b", "a\r\nX-Other: 1", "a\u{0}", "schlüssel"])
    func refused(text: String) {
        #expect {
            _ = try JudgeKey(text)
        } throws: { error in
            guard case .badKey(let reason)? = error as? EndpointError else { return false }
            return text.isEmpty || !reason.contains(text)
        }
    }
}
