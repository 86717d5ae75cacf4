import HilumTestSupport
import Testing

@Suite("hilum ontology lookup")
struct OntologyLookupTests {
    private func lookup(_ words: String...) throws -> String {
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup"] + words)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    /// The value of a property in a text of two columns.
    private func value(of property: String, in text: String) -> Substring? {
        text.split(separator: "\n").first { $0.hasPrefix(property + " ") }.map { $0.dropFirst(14) }
    }

    @Test("knows a term by its plural, in any case", arguments: ["Pleural EFFUSIONS", "pleural-effusion", "effusions"])
    func forms(words: String) throws {
        #expect(try value(of: "concept", in: lookup(words)) == "finding.pleural-effusion")
    }

    @Test("explains what a finding is, and what rules it out: its parents' denial and normal statements")
    func finding() throws {
        let text = try lookup("consolidation")
        #expect(value(of: "kind", in: text) == "finding")
        #expect(value(of: "parents", in: text)?.contains("finding.airspace-disease") == true)
        #expect(value(of: "kinds", in: text)?.contains("disease.pneumonia") == true)
        #expect(value(of: "sites", in: text)?.contains("anatomy.lung-base") == true)
        #expect(value(of: "related", in: text)?.contains("finding.infiltrate (0.85)") == true)
        #expect(value(of: "absent by", in: text) == "no consolidation")
        #expect(text.contains(/\n +no lung opacity; .*lung \(or a part\) clear/))
        #expect(text.contains(/\n +no cardiopulmonary abnormality; .*no cardiopulmonary disease/))
    }

    @Test("explains sites, descriptors and states")
    func others() throws {
        let base = try lookup("lung bases")
        #expect(value(of: "part of", in: base)?.contains("anatomy.lower-lobe") == true)
        #expect(value(of: "side", in: base) == "left or right; its plural means both")
        #expect(value(of: "normal if", in: base)?.contains("clear (no lung opacity)") == true)
        #expect(try value(of: "excludes", in: lookup("healed"))?.contains("descriptor.acute") == true)
        #expect(try lookup("clear").contains(/\n?says +.*\n(.*\n)* +lung \(or a part\): no lung opacity\n/))
    }

    @Test(
        "explains what a word does",
        arguments: [
            ("no", "negation: absent, for what follows"), ("cannot exclude", "hedge: uncertain"), ("left", "side: left"),
            ("otherwise", "leaves room"), ("impression", "begins the section impression"), ("and", "coordinator"),
            ("mm", "1.0 mm"),
            ("hila", "read as 'hilum'"),
        ])
    func word(word: String, effect: String) throws {
        #expect(try lookup(word).contains(/effect +.+/))
        #expect(try lookup(word).contains(effect))
    }

    @Test(
        "of what is not known names what is spelt nearly so",
        arguments: [("efusion", "'effusion'"), ("cannot exclud", "'cannot exclude'")])
    func nearMiss(words: String, near: String) throws {
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup", words])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(near))
    }
}
