import Hilum
import HilumGeneration
import Testing

@Suite struct FindingPhraseTests {
    /// A text, its canonical phrase; and the phrase says what the text says, all of it and nothing else.
    private func expect(_ text: String, _ phrase: String) throws {
        let list = try FindingList(reading: text, phrases: Bundled.phrases)
        #expect(list.text == phrase)
        let isExact = list.entries.allSatisfy(\.isExact)
        #expect(isExact, "\(list.text)")
        let again = try FindingList(reading: phrase, phrases: Bundled.phrases)
        #expect(again == list)
    }

    @Test(
        "A tube's side port is said beside its tip",
        arguments: [
            ("NG tube side port above the GE junction", "nasogastric tube with side port above the gastroesophageal junction"),
            (
                "Feeding tube, tip in the stomach, side port 3 cm above the GE junction",
                "feeding tube with tip in the stomach and side port 3 cm above the gastroesophageal junction"
            ),
            (
                "Feeding tube with tip out of view and side port in the stomach",
                "feeding tube with tip out of view and side port in the stomach"
            ),
            ("OG tube with sidehole at the GE junction", "orogastric tube with side port at the gastroesophageal junction"),
        ])
    func sidePort(text: String, phrase: String) throws { try expect(text, phrase) }

    @Test("A tube with a side port says more than the tube alone")
    func sidePortCounts() {
        let list = Bundled.list("Nasogastric tube with side port in the stomach. Nasogastric tube.")
        #expect(list.text == "nasogastric tube with side port in the stomach")
        #expect(list.entries[0].finding.sidePort?.places.count == 1)
    }

    @Test(
        "Unlikely is what reports call so, possible what they raise, however rarely it is there",
        arguments: [
            ("Pneumonia is unlikely.", "pneumonia unlikely"),
            ("Low suspicion for left lower lobe pneumonia", "pneumonia in the left lower lobe unlikely"),
            ("Unchanged small left pleural effusion is unlikely", "unchanged small left pleural effusion unlikely"),
            ("May represent pneumonia", "possible pneumonia"), ("Findings concerning for pneumonia", "possible pneumonia"),
            ("Suspicious for pneumonia", "possible pneumonia"), ("Pneumonia cannot be excluded", "possible pneumonia"),
            ("Probable pneumonia", "probable pneumonia"), ("Pneumonia", "pneumonia"),
        ])
    func hedges(text: String, phrase: String) throws { try expect(text, phrase) }

    @Test("A moderate size is a moderate severity: one word says either")
    func moderateSize() throws {
        try expect("moderate-sized left pleural effusion", "moderate left pleural effusion")
        #expect(Bundled.list("Moderate-sized effusion") == Bundled.list("Moderate effusion"))
        let effusion = try #require(Bundled.list("Small effusion.").entries.first?.finding)
        var moderate = effusion
        moderate.size = .moderate
        #expect(Bundled.phrases.phrase(for: moderate).isExact)
        // Both are said where both are stated.
        moderate.severity = .severe
        moderate.size = .moderate
        #expect(moderate.size == .moderate && moderate.severity == .severe)
    }

    @Test(
        "Lengths stand in the order of phrases, those of an earlier examination behind",
        arguments: [
            ("12 mm nodule, previously 8 mm", "increased 12 mm nodule, previously 8 mm"),
            ("Nodule, previously 8 mm, now 12 mm", "increased 12 mm nodule, previously 8 mm"),
            ("The nodule increased from 8 mm to 12 mm", "increased 12 mm nodule, previously 8 mm"),
            ("12 x 10 mm nodule, previously 8 x 6 mm", "increased 12 x 10 mm nodule, previously 8 x 6 mm"),
            ("12 mm nodule, previously 12 mm", "12 mm nodule, previously 12 mm"),
        ])
    func lengths(text: String, phrase: String) throws { try expect(text, phrase) }

    @Test(
        "What is no number of a report is written, and said to be inexact",
        arguments: [.infinity, -.infinity, .nan, 1e19, 1e300])
    func absurdLengths(value: Double) throws {
        var nodule = try #require(Bundled.list("4 mm nodule").entries.first?.finding)
        nodule.lengths = [Finding.Length(value: value, unit: "mm")]
        #expect(!Bundled.phrases.phrase(for: nodule).isExact)
    }

    @Test(
        "The midline stands before the noun, where it is read as a side",
        arguments: [
            ("Midline retrocardiac opacity", "midline retrocardiac opacity"),
            ("Opacity in the retrocardiac region on the midline", "midline retrocardiac opacity"),
            ("Midline nodule", "midline nodule"),
        ])
    func midline(text: String, phrase: String) throws { try expect(text, phrase) }

    @Test(
        "Several things are in the plural, and members of a series share their name",
        arguments: [
            (
                "Acute fractures of the left seventh, fifth and sixth ribs",
                "acute fractures of the left fifth, sixth and seventh ribs"
            ),
            ("Left fifth rib fracture", "fracture of the left fifth rib"),
            ("No left fifth rib fracture", "no fracture of the left fifth rib"),
            (
                "Fractures of the left fifth rib and the right sixth rib",
                "fractures of the left fifth rib and the right sixth rib"
            ),
            ("Compression fractures of T8 and T9", "compression fractures of the T8 and T9 vertebrae"),
            ("Compression fracture of T8", "compression fracture of the T8 vertebra"),
            ("Bibasilar opacities", "opacities in both lung bases"), ("Bibasilar atelectasis", "atelectasis in both lung bases"),
            ("Nodule in the left upper lobe", "nodule in the left upper lobe"),
            ("Peripheral nodule in the right lower lobe", "nodule in the right lower lobe and the lung periphery"),
            ("Pleural effusions", "bilateral pleural effusions"), ("Left and right chest tubes", "bilateral chest tubes"),
            ("Left chest tube", "left chest tube"), ("Bilateral breast implants", "bilateral breast implants"),
            (
                "Pacing leads end in the right atrium and right ventricle",
                "pacing leads with tips in the right atrium and the right ventricle"
            ),
            (
                "Pacemaker with tips in the right atrium and the right ventricle",
                "pacemaker with tips in the right atrium and the right ventricle"
            ),
            ("PICC with tip in the SVC", "PICC with tip in the superior vena cava"),
            ("Sternotomy wires", "sternotomy wires"), ("Kerley B lines", "Kerley B lines"),
            ("no Kerley B lines", "no Kerley B lines"),
        ])
    func plurals(text: String, phrase: String) throws { try expect(text, phrase) }

    @Test(
        "Findings are written as radiologists write them",
        arguments: [
            ("ARDS", "ARDS"), ("No ARDS", "no ARDS"), ("Possible ARDS", "possible ARDS"), ("COVID-19", "COVID-19"),
            ("Lymphadenopathy of the right hilum", "right hilar lymphadenopathy"),
            ("Bilateral hilar adenopathy", "bilateral hilar lymphadenopathy"),
            ("No hilar adenopathy", "no hilar lymphadenopathy"),
            ("No left hilar lymphadenopathy", "no left hilar lymphadenopathy"),
            ("Mediastinal adenopathy", "mediastinal lymphadenopathy"),
            ("Right paratracheal adenopathy", "right paratracheal lymphadenopathy"),
            ("Subcarinal adenopathy", "subcarinal lymphadenopathy"), ("Axillary adenopathy", "axillary lymphadenopathy"),
            ("Mediastinal shift to the left", "leftward mediastinal shift"), ("Mediastinal shift", "mediastinal shift"),
            ("Trachea deviated to the right", "rightward tracheal deviation"),
            ("Mild levoscoliosis of the thoracic spine", "mild levoscoliosis of the thoracic spine"),
            ("ET tube tip in the carina", "endotracheal tube with tip at the carina"),
            ("PICC tip at the cavoatrial junction", "PICC with tip at the cavoatrial junction"),
            ("Left chest tube with tip at the left apex", "left chest tube with tip at the left lung apex"),
            ("Free air under the right hemidiaphragm", "pneumoperitoneum under the right hemidiaphragm"),
            ("The right hemidiaphragm is elevated", "elevated right hemidiaphragm"),
        ])
    func wordings(text: String, phrase: String) throws { try expect(text, phrase) }
}
