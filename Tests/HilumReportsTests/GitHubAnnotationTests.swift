import HilumReports
import Testing

@Suite("Annotations of GitHub")
struct GitHubAnnotationTests {
    @Test("escape what would end them, in properties more than in the message")
    func escapes() {
        let annotation = GitHubAnnotation(
            .error, file: "a,b:c%.csv", line: 7, title: "x: 1,2\r\n", message: "100 %, a: b\r\n::warning::c\rd")
        #expect(
            annotation.command
                == "::error file=a%2Cb%3Ac%25.csv,line=7,title=x%3A 1%2C2%0D%0A::100 %25, a: b%0D%0A::warning::c%0Dd")
        #expect(GitHubAnnotation(.notice, title: "t", message: "m").command == "::notice title=t::m")
    }

    @Test("are ten of a level at the most, errors first")
    func most() {
        let all = (0..<12).flatMap { number in
            GitHubAnnotation.Level.allCases.reversed().map { GitHubAnnotation($0, title: "t", message: "\(number)") }
        }
        let lines = GitHubAnnotation.commands(all).split(separator: "\n")
        #expect(lines.count == 30)
        #expect(lines.first == "::error title=t::0" && lines[9] == "::error title=t::9" && lines[10] == "::warning title=t::0")
    }

    @Test(
        "A log holds no other command, whatever words are in it",
        arguments: [
            ("::error::x", "'::error::x"), ("  ::stop-commands::x\n", "  '::stop-commands::x\n"),
            ("a\r\n\u{301}::x\r::y", "a\r\n\u{301}::x\r'::y"), ("a ##[add-mask]b ###[c", "a ## [add-mask]b ### [c"),
            ("a ::b [c] #[d", "a ::b [c] #[d"), ("a\n\u{A0}::b", "a\n\u{A0}'::b"),
        ])
    func inert(text: String, log: String) {
        #expect(GitHubAnnotation.inert(text) == log)
    }
}
