import CHilum
import Foundation
import HilumC
import HilumTestSupport
import Testing

@Suite("hilum.h")
struct HeaderTests {
    @Test("declares each function with the types that it has")
    func types() {
        #expect(type(of: hilum_version) == type(of: hilumVersion))
        #expect(type(of: hilum_open) == type(of: hilumOpen))
        #expect(type(of: hilum_close) == type(of: hilumClose))
        #expect(type(of: hilum_extract) == type(of: hilumExtract))
        #expect(type(of: hilum_score) == type(of: hilumScore))
        #expect(type(of: hilum_reward) == type(of: hilumReward))
        #expect(type(of: hilum_free) == type(of: hilumFree))
    }

    @Test("declares the functions that there are, and no others")
    func names() throws {
        let header = try String(contentsOf: Library.header.appending(path: "hilum.h"), encoding: .utf8)
        let declared = header.matches(of: /(?m)^[a-z].*[ *](hilum_[a-z]+)\(/).map { String($0.1) }
        let source = Library.root.appending(path: "Sources/HilumC/Functions.swift")
        let exported = try String(contentsOf: source, encoding: .utf8).matches(of: /@_cdecl\("(\w+)"\)/).map { String($0.1) }
        #expect(declared.count == 7)
        #expect(declared == exported)
    }

    @Test(
        "is C99 and C++98, and a program in either runs with the library",
        .enabled(if: Library.clang != nil, "there is no clang"),
        arguments: [["-x", "c", "-std=c99"], ["-x", "c++", "-std=c++98"]])
    func program(language: [String]) throws {
        let clang = try #require(Library.clang)
        let folder = try TemporaryFolder()
        let (object, program) = ("\(folder.path)/score.o", "\(folder.path)/score")
        let compiled = try Library.run(
            clang,
            language + [
                "-Wall", "-Wextra", "-pedantic", "-Werror", "-I", Library.header.path, "-c",
                Library.root.appending(path: "Examples/c/score.c").path, "-o", object,
            ])
        try #require(compiled.status == 0, "\(compiled.errors)")
        let products = Library.file.deletingLastPathComponent().path
        let linked = try Library.run(clang, [object, "-L", products, "-lHilumC", "-Wl,-rpath,\(products)", "-o", program])
        try #require(linked.status == 0, "\(linked.errors)")
        let outcome = try Library.run(program, ["Small left pleural effusion.", "Clear lungs."])
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix(#"{"id":"1","kg":{"reward":0.28"#), "\(outcome.errors)")
        let refused = try Library.run(program, ["Effusion."])
        #expect(refused.status == 64)
    }
}
