import Hilum
import HilumGeneration
import Testing

@Suite struct FindingListTests {
    @Test(
        "A report is written as canonical phrases",
        arguments: [
            (
                "There is a left-sided pleural effusion, small. No evidence of a pneumothorax.",
                "small left pleural effusion; no pneumothorax"
            ),
            ("The heart is normal in size. The lungs are clear.", "normal heart size; clear lungs"),
            ("Lungs are clear bilaterally. The left lung is clear.", "clear lungs; clear left lung"),
            ("The heart is mildly enlarged, unchanged. Stable mild cardiomegaly.", "unchanged mild cardiomegaly"),
            (
                "Bibasilar opacities may represent pneumonia.",
                "opacities in both lung bases; possible pneumonia in both lung bases"
            ),
            ("The right hemidiaphragm is slightly elevated.", "mildly elevated right hemidiaphragm"),
            ("Mild degenerative disease of the thoracic spine.", "mild degenerative changes of the thoracic spine"),
            ("Multiple old left-sided rib fractures.", "multiple old left rib fractures"),
            (
                "5 mm nodule, right upper lobe. Two nodules at the left base.",
                "5 mm nodule in the right upper lobe; two nodules in the left lung base"
            ),
            ("Right PICC, tip in the SVC.", "right PICC with tip in the superior vena cava"),
            ("The ET tube tip is 4 cm above the carina.", "endotracheal tube with tip 4 cm above the carina"),
            ("Left chest tube has been removed.", "removed left chest tube"),
            ("Slight wedging of the T12 vertebral body.", "mild wedging of the T12 vertebra"),
            ("Persistent bilateral pleural effusions, larger on the right.", "unchanged bilateral pleural effusions"),
            ("History of pneumonia. Comparison: none.", ""),
        ])
    func phrases(report: String, text: String) {
        #expect(Bundled.list(report).text == text)
    }

    @Test("What is said twice stands once, in its fuller form")
    func repeats() {
        #expect(Bundled.list("Cardiomegaly. Mild cardiomegaly. Cardiomegaly.").text == "mild cardiomegaly")
        #expect(
            Bundled.list("Small left pleural effusion. Right pleural effusion.").text
                == "small left pleural effusion; right pleural effusion")
        // A denial of some is no part of a denial of all.
        #expect(Bundled.list("No left pneumothorax. No pneumothorax.").entries.count == 2)
    }

    /// The law that all else rests on, over kinds, places, sides, degrees, changes and devices as the ontology has them.
    @Test("Phrases read as the findings that they were made of", arguments: 0..<8)
    func law(seed: UInt64) throws {
        var sampler = FindingSampler(phrases: Bundled.phrases, seed: seed)
        var entries: [FindingList.Entry] = []
        for _ in 0..<25 {
            let list = sampler.next()
            entries += list.entries
            let exact = FindingList(list.entries.filter(\.isExact).map(\.finding), phrases: Bundled.phrases)
            #expect(Bundled.list(exact.text) == exact, "\(exact.text)")
        }
        // What is drawn need not be sayable: a tiny degenerative change.
        #expect(entries.count(where: \.isExact) * 100 >= entries.count * 97)
    }

    @Test("Every finding, device and procedure of the ontology can be said to be there, and denied")
    func everyConcept() {
        let observable = Bundled.phrases.ontology.concepts.filter { $0.kind.isObservable }
        var unsaid: [String] = []
        for concept in observable {
            for status in [Status.present, .absent] where !Bundled.phrases.phrase(for: Finding(concept.id, status)).isExact {
                unsaid.append("\(status.rawValue) \(concept.identifier)")
            }
        }
        #expect(unsaid.count <= observable.count / 50, "\(unsaid)")
    }

    @Test("Each row of wordings.tsv is what a finding is written as")
    func wordings() {
        let wordings = Bundled.phrases.ontology.wordings
        #expect(wordings.count > 50)
        for wording in wordings {
            let isUsed = findings(of: wording).contains { isWritten($0, as: wording) }
            #expect(isUsed, "\(wording.text) {\(wording.defaultPlace)}")
        }
    }

    /// What a wording is for: the finding without a place, and at the site of the wording and each of its parts, on a side and
    /// on none, as the site itself may go without saying.
    private func findings(of wording: Wording) -> [Finding] {
        let ontology = Bundled.phrases.ontology
        let finding = Finding(wording.concept, wording.status)
        let sites = wording.site.map { site in ontology.concepts.map(\.id).filter { ontology.isPart($0, of: site) } } ?? []
        return [finding]
            + sites.flatMap { site in
                [nil, Laterality.left].map { side in
                    var placed = finding
                    placed.laterality = side
                    placed.places = [Finding.Place(site, laterality: side)]
                    return placed
                }
            }
    }

    private func isWritten(_ finding: Finding, as wording: Wording) -> Bool {
        let phrase = Bundled.phrases.phrase(for: finding)
        guard phrase.isExact else { return false }
        return wording.site == nil ? phrase.text == wording.text : phrase.text.hasPrefix(wording.text + " ")
    }
}
