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
            ("hila", "read as 'hilum'"), ("overlying", "landmark: leads to what a finding is seen beside"),
            ("via", "leads to a way in"), ("tip", "names the tip of a device"), ("withdrawn", "under advice only"),
            ("previously", "of an earlier examination"), ("PE", "means pulmonary embolism (disease.pulmonary-embolism)"),
            ("PE", "means pleural effusion (finding.pleural-effusion)"), ("RA", "means right atrium (anatomy.right-atrium)"),
            ("RA", "means nothing that a graph holds"), ("somewhat", "severity: mild"), ("patient", "it is no gap"),
            ("patients", "it is no gap"), ("several", "more than one, uncounted"), ("two", "how many of a finding there are: 2"),
            ("fourth", "the number of a site in its series: 4"), ("thru", "joins the ends of a range"),
            ("injection", "never read as a misspelling"), ("micro-", "read as none that does not"),
        ])
    func word(word: String, effect: String) throws {
        #expect(try lookup(word).contains(/effect +.+/))
        #expect(try lookup(word).contains(effect))
    }

    @Test("tells near which words a sense of an abbreviation holds")
    func sense() throws {
        let text = try lookup("PE")
        #expect(text.contains(/effect +means pulmonary embolism .*\nnear +(.*; )?dvt(; .*)?\nexample +CTA/))
    }

    @Test("tells of a numbered site its place, and of a series its members")
    func levels() throws {
        #expect(try value(of: "level", in: lookup("fourth rib")) == "4, number 4 of anatomy.rib")
        #expect(try value(of: "levels", in: lookup("anatomy.rib"))?.hasPrefix("1 anatomy.") == true)
    }

    @Test("tells of a device where it should end, of its own kind first, and of a site which devices end there")
    func positions() throws {
        let tube = try lookup("endotracheal tube")
        #expect(value(of: "positions", in: tube) == "tip 20 to 70 mm above carina: satisfactory")
        #expect(tube.contains(/malpositioned \(urgent\)/))
        #expect(try lookup("anatomy.carina").contains("endotracheal tube, tip 20 to 70 mm above carina: satisfactory"))
        let picc = try lookup("picc")
        #expect(picc.contains("satisfactory, as of any central venous catheter"))
    }

    @Test(
        "of what is not known names what is spelt nearly so",
        arguments: [("efusion", "'effusion'"), ("cannot exclud", "'cannot exclude'")])
    func nearMiss(words: String, near: String) throws {
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup", words])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(near))
    }

    @Test("needs no full stop", arguments: ["pleural effusion.", "finding.pleural-effusion. ", "finding.pleural-effusion+"])
    func fullStop(words: String) throws {
        #expect(try value(of: "concept", in: lookup(words)) == "finding.pleural-effusion")
    }

    @Test("asks for a term where there is none", arguments: ["", " ", "...", "+", "\u{1F600}"])
    func noTerm(words: String) throws {
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup", words])
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasSuffix("error: name a term\n"))
    }

    @Test("is done with a text before long, and shows only its beginning", .timeLimit(.minutes(10)))
    func longText() throws {
        let words = String(repeating: "pleural effusion \u{1B}[31m", count: 4_000)
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup", words])
        #expect(outcome.status == 64)
        #expect(outcome.errors.utf8.count < 200)
        #expect(!outcome.errors.contains("\u{1B}"))
    }
}
