import Testing

@testable import HilumOntology

/// The repository's own tables, found from this file.
let repositoryTables = #filePath.replacing("/Tests/HilumOntologyTests/CompiledOntologyTests.swift", with: "/Ontology")

@Suite struct CompiledOntologyTests {
    @Test("The compiled ontology holds just what the tables say; after an edit, run `make ontology`")
    func compiledAgreesWithTables() throws {
        let bundled = try Ontology.bundled()
        let tables = try Ontology(tables: repositoryTables)
        #expect(bundled.hash == tables.hash)
        #expect(bundled.concepts == tables.concepts)
        #expect(bundled.related == tables.related)
        #expect(bundled.terms == tables.terms)
        #expect(bundled.cues == tables.cues)
        #expect(bundled.modifiers == tables.modifiers)
        #expect(bundled.frames == tables.frames)
        #expect(bundled.discourse == tables.discourse)
        #expect(bundled.headings == tables.headings)
    }

    @Test("Every CheXpert label but No Finding is the label of some finding", arguments: CheXpertLabel.allCases.dropLast())
    func labelIsUsed(label: CheXpertLabel) throws {
        let ontology = try Ontology.bundled()
        #expect(ontology.concepts.contains { $0.chexpert.contains(label) })
    }

    @Test("A kind of a finding is one, a part of a site lies in it, and neither holds the other way round")
    func closures() throws {
        let ontology = try Ontology.bundled()
        func id(_ identifier: String) throws -> ConceptID { try #require(ontology.concept(identifier)).id }
        let (pneumonia, opacity) = (try id("disease.pneumonia"), try id("finding.lung-opacity"))
        #expect(ontology.isA(pneumonia, opacity))
        #expect(!ontology.isA(opacity, pneumonia))
        #expect(ontology.isA(opacity, opacity))
        let (base, lung) = (try id("anatomy.lung-base"), try id("anatomy.lung"))
        #expect(ontology.isPart(base, of: lung))
        #expect(!ontology.isPart(lung, of: base))
        #expect(ontology.allows(pneumonia, at: base))
        #expect(!ontology.allows(pneumonia, at: try id("anatomy.clavicle")))
    }

    @Test("Of two related concepts neither is a kind of the other, or the row would never be used")
    func relatedAreNoKin() throws {
        let ontology = try Ontology.bundled()
        #expect(ontology.related.count >= 25)
        for pair in ontology.related {
            let names = "\(ontology[pair.one].identifier), \(ontology[pair.other].identifier)"
            #expect(!ontology.isA(pair.one, pair.other) && !ontology.isA(pair.other, pair.one), "\(names)")
        }
    }

    @Test("Groups gather findings; what a report names as a finding is none")
    func groups() throws {
        let ontology = try Ontology.bundled()
        for group in ontology.concepts where group.isGroup {
            #expect(ontology.concepts.contains { $0.parents.contains(group.id) }, "\(group.identifier)")
        }
        for name in ["finding.lung-lesion", "finding.bone-lesion", "finding.aspiration", "finding.lung-opacity"] {
            #expect(try #require(ontology.concept(name)).isGroup == false, "\(name)")
        }
        #expect(try #require(ontology.concept("finding.cardiac-abnormality")).isGroup)
    }

    @Test("One descriptor excludes another both ways round")
    func exclusion() throws {
        let ontology = try Ontology.bundled()
        func id(_ name: String) throws -> ConceptID { try #require(ontology.concept("descriptor.\(name)")).id }
        let (acute, healed, old) = (try id("acute"), try id("healed"), try id("old"))
        #expect(ontology.excludes(acute, healed) && ontology.excludes(healed, acute))
        #expect(!ontology.excludes(old, healed))
    }

    @Test("No term is written as its hyphenated or upper-case form, which the lexer would never give")
    func termsAreFolded() throws {
        for term in try Ontology.bundled().terms {
            #expect(term.text == term.text.lowercased(), "\(term.text)")
        }
    }
}
