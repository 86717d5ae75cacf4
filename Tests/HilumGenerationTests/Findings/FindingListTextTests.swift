import HilumGeneration
import Testing

@Suite("Findings in any wording") struct FindingListTextTests {
    @Test(
        "are read as reports are",
        arguments: [
            ("moderate left pleural effusion; no pneumothorax", "moderate left pleural effusion; no pneumothorax"),
            ("Heart enlarged\nno PTX\n", "cardiomegaly; no pneumothorax"),
            ("cardiomegaly, small left effusion", "cardiomegaly; small left pleural effusion"),
            (
                "cardiomegaly and small left effusion and no pneumothorax",
                "cardiomegaly; small left pleural effusion; no pneumothorax"
            ),
            ("No pleural effusion, pneumothorax or consolidation.", "no pleural effusion; no pneumothorax; no consolidation"),
            ("nodule in the left upper lobe, unchanged", "unchanged nodule in the left upper lobe"),
            (
                "3 mm nodule; T8 compression fracture; two calcified granulomas",
                "3 mm nodule; compression fracture of the T8 vertebra; two calcified granulomas"
            ),
            ("- cardiomegaly\n- no pneumothorax", "cardiomegaly; no pneumothorax"),
            ("1. cardiomegaly\n2) edema", "cardiomegaly; pulmonary edema"), ("", ""), (" ;\n", ""),
        ])
    func reading(text: String, phrases: String) throws {
        #expect(try FindingList(reading: text, phrases: Bundled.phrases).text == phrases)
    }

    @Test(
        "are refused where something is not understood, may be read in two ways, or cannot be",
        arguments: [
            ("cardiomegaly; hocus pocus", FindingTextError.notUnderstood(["hocus pocus"])),
            ("cardiomegaly; left", .notUnderstood(["left"])),
            ("cardiomegaly; history of pneumonia", .notUnderstood(["history of pneumonia"])),
            ("no pneumothorax, cardiomegaly", .ambiguous(["no pneumothorax, cardiomegaly"])),
            ("pneumothorax or effusion", .ambiguous(["pneumothorax or effusion"])),
            ("pneumothorax: 0", .notUnderstood(["0"])), ("0 nodules", .notUnderstood(["0"])),
            ("effusion=no", .notUnderstood(["effusion=no"])), ("pneumonia 99%", .notUnderstood(["99%"])),
            ("nodule > 3 cm", .notUnderstood([">"])), ("3 m nodule", .notUnderstood(["3"])),
            ("-pneumothorax", .notUnderstood(["-pneumothorax"])), ("pneumothorax -", .notUnderstood(["-"])),
        ])
    func refused(text: String, error: FindingTextError) {
        #expect(throws: error) { try FindingList(reading: text, phrases: Bundled.phrases) }
    }

    @Test("that contradict one another are refused with the reason")
    func contradiction() {
        #expect {
            _ = try FindingList(reading: "pneumothorax; no pneumothorax", phrases: Bundled.phrases)
        } throws: { error in
            guard case .contradictory(let reasons)? = error as? FindingTextError else { return false }
            return reasons.count == 1 && reasons[0].contains("pneumothorax")
        }
    }

    @Test("that were written as phrases are read as these")
    func canonical() throws {
        var sampler = FindingSampler(phrases: Bundled.phrases, seed: 3)
        for _ in 0..<40 {
            let list = sampler.next()
            guard list.entries.allSatisfy(\.isExact) else { continue }
            let reading = Result { () throws(FindingTextError) in
                try FindingList(reading: list.text, phrases: Bundled.phrases)
            }
            switch reading {
            case .success(let read): #expect(read == list, "\(list.text)")
            // Drawn at random, some contradict one another.
            case .failure(.contradictory): break
            case .failure(let error): Issue.record("\(error)")
            }
        }
    }
}
