import HilumOpenI
import HilumTestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Reading a report of Open-i")
struct OpenIReportTests {
    private func read(_ xml: String) throws(OpenIError) -> OpenIReport {
        try OpenIReport(xml: Array(xml.utf8), file: "report.xml")
    }

    @Test("All parts and codes are read, in whatever order the parts stand")
    func complete() throws {
        let abstract =
            OpenIXML.part("COMPARISON", "Two years ago.") + OpenIXML.part("INDICATION", "Cough")
            + OpenIXML.part("IMPRESSION", "Stable heart size.") + OpenIXML.part("FINDINGS", "The lungs are well aerated.")
        let mesh = "<major>Cardiomegaly/mild</major>\n<major> Opacity/lung/base/left </major><automatic>cough</automatic>"
        #expect(
            try read(OpenIXML.report(abstract: abstract, mesh: mesh))
                == OpenIReport(
                    id: "CXR7", indication: "Cough", comparison: "Two years ago.", findings: "The lungs are well aerated.",
                    impression: "Stable heart size.", mesh: ["Cardiomegaly/mild", "Opacity/lung/base/left"]))
    }

    @Test(
        "The text is findings and impression, and nothing stands for a part that is missing",
        arguments: [
            ("A.", "B.", "A.\nB."), ("A.", "", "A."), ("", "B.", "B."), ("", "", ""), ("  A. ", "\n B.\n", "A.\nB."),
            ("A.\n\nC.", "B.", "A.\n\nC.\nB."),
        ])
    func text(findings: String, impression: String, text: String) throws {
        let abstract = OpenIXML.part("FINDINGS", findings) + OpenIXML.part("IMPRESSION", impression)
        #expect(try read(OpenIXML.report(abstract: abstract)).text == text)
    }

    @Test(
        "Parts that are left out, empty elements and unlabelled ones are empty strings",
        arguments: [
            "", "<AbstractText Label=\"FINDINGS\"/>", "<AbstractText>No label.</AbstractText>",
            "<AbstractText Label=\"TECHNIQUE\">Two views.</AbstractText>",
        ])
    func missingParts(abstract: String) throws {
        let report = try read(OpenIXML.report(abstract: abstract, mesh: "<major/><major>  </major>"))
        #expect(report == OpenIReport(id: "CXR7"))
    }

    @Test("A part that is given twice loses nothing")
    func repeatedPart() throws {
        let abstract = OpenIXML.part("FINDINGS", "Clear lungs.") + OpenIXML.part("FINDINGS", "Normal heart.")
        #expect(try read(OpenIXML.report(abstract: abstract)).findings == "Clear lungs.\nNormal heart.")
    }

    @Test(
        "Escapes, CDATA, comments and nested elements are read as the text they stand for",
        arguments: [
            ("effusion &lt; 1 cm &amp; stable", "effusion < 1 cm & stable"), ("5&#160;mm", "5\u{A0}mm"),
            ("<![CDATA[nodule < 4 mm]]>", "nodule < 4 mm"), ("a <!-- aside -->nodule", "a nodule"),
            ("a <b>small</b> nodule", "a small nodule"), ("cœur élargi 心", "cœur élargi 心"),
        ])
    func markup(xml: String, text: String) throws {
        #expect(try read(OpenIXML.report(abstract: OpenIXML.part("FINDINGS", xml))).findings == text)
    }

    @Test("Encodings other than UTF-8 are read as they are declared")
    func latin1() throws {
        let declaration = #"<?xml version="1.0" encoding="iso-8859-1"?>"#
        let xml = OpenIXML.report(declaration: declaration, abstract: OpenIXML.part("FINDINGS", "Kerley-B lines, caf\u{E9}."))
        let bytes = xml.unicodeScalars.map { UInt8($0.value) }
        #expect(try OpenIReport(xml: bytes, file: "report.xml").findings == "Kerley-B lines, café.")
    }

    @Test("UTF-16 with a byte order mark is read")
    func utf16() throws {
        let declaration = #"<?xml version="1.0" encoding="utf-16"?>"#
        let xml = OpenIXML.report(declaration: declaration, abstract: OpenIXML.part("FINDINGS", "Élevé."))
        let bytes: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try OpenIReport(xml: bytes, file: "report.xml").findings == "Élevé.")
    }

    @Test("A folder is read in the order of the report numbers, other files left aside")
    func folder() throws {
        let folder = try TemporaryFolder()
        for number in [10, 9, 2] {
            let xml = OpenIXML.report(id: "CXR\(number)", abstract: OpenIXML.part("FINDINGS", "Report \(number)."))
            try folder.file("\(number).xml", xml)
        }
        try folder.file("notes.txt", "not XML")
        let reports = try OpenIReport.reports(in: folder.path)
        #expect(reports.map(\.number) == [2, 9, 10])
        #expect(reports.map(\.findings) == ["Report 2.", "Report 9.", "Report 10."])
    }

    @Test("What cannot be opened is named")
    func unreadable() {
        let path = "/no/such/folder"
        #expect(throws: OpenIError.unreadable(path: path, reason: "no such folder, or no permission")) {
            try OpenIReport.reports(in: path)
        }
        #expect(throws: OpenIError.unreadable(path: "\(path)/1.xml", reason: "no such file, or no permission")) {
            try OpenIReport(contentsOf: "\(path)/1.xml")
        }
    }

    @Test("Reports are read on many threads at once as on one")
    func threads() async throws {
        let xml = OpenIXML.report(abstract: OpenIXML.part("FINDINGS", "Calcified aorta."))
        let expected = try read(xml)
        try await withThrowingTaskGroup(of: OpenIReport.self) { group in
            for _ in 0..<64 { group.addTask { try self.read(xml) } }
            for try await report in group { #expect(report == expected) }
        }
    }
}
