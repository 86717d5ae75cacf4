/// Findings that the editors can name, with what else in a report speaks of the same.
struct Finding: Sendable {
    enum Number: Sendable { case one, mass, many }

    /// In lower case.
    var phrase: String
    var number: Number
    /// What is near enough that one of them stands for the other: in `Findings.stems`.
    var family: String
    /// Whether it may be denied as well as asserted: "no effusion", but not "no old granulomatous disease".
    var isDeniable: Bool

    /// With its article, to stand after "there is".
    var withArticle: String {
        switch number {
        case .one: "aeiou".contains(phrase.first ?? " ") ? "an \(phrase)" : "a \(phrase)"
        case .mass, .many: phrase
        }
    }

    var verb: String { number == .many ? "are" : "is" }
}

enum Findings {
    /// By family: what words begin with where they speak of it, positively or not.
    static let stems: [String: [String]] = {
        var stems: [String: [String]] = [:]
        for (family, list) in stemLists { stems[family] = list.split(separator: " ").map(String.init) }
        return stems
    }()

    /// Every finding in singular and plural.
    static let all: [Finding] = {
        var findings: [Finding] = []
        for (family, isDeniable, counted, masses) in lists {
            for phrase in counted.split(separator: ",").map(\.trimmingBlanks) {
                findings.append(Finding(phrase: phrase, number: .one, family: family, isDeniable: isDeniable))
                findings.append(Finding(phrase: plural(phrase), number: .many, family: family, isDeniable: isDeniable))
            }
            for phrase in masses.split(separator: ",").map(\.trimmingBlanks) where !phrase.isEmpty {
                findings.append(Finding(phrase: phrase, number: .mass, family: family, isDeniable: isDeniable))
            }
        }
        for (phrase, family) in irregular {
            findings.append(Finding(phrase: phrase, number: .many, family: family, isDeniable: true))
        }
        return findings
    }()

    static func plural(_ phrase: String) -> String {
        if phrase.hasSuffix("mass") { return phrase + "es" }
        if phrase.hasSuffix("ity") || phrase.hasSuffix("omy") { return phrase.dropLast() + "ies" }
        return phrase + "s"
    }

    private static let irregular = [
        ("rib fractures", "fracture"), ("fractures of the ribs", "fracture"),
        ("pneumothoraces", "pneumothorax"), ("pneumothoraxes", "pneumothorax"), ("granulomata", "granuloma"),
        ("degenerative changes", "spine"), ("osteophytes", "spine"),
        ("surgical clips", "clips"), ("clips", "clips"), ("sternotomy wires", "sternotomy"), ("sternal wires", "sternotomy"),
        ("low lung volumes", "volume"), ("pleural plaques", "pleura"),
    ]

    /// Family, whether it can be denied, what is counted, what is not.
    private static let lists: [(String, Bool, String, String)] = [
        ("effusion", true, "pleural effusion, effusion", "pleural fluid"),
        ("pneumothorax", true, "pneumothorax, hydropneumothorax", ""),
        (
            "lung", true,
            """
            opacity, lung opacity, pulmonary opacity, airspace opacity, air space opacity, interstitial opacity, infiltrate, \
            pulmonary infiltrate, density, consolidation, focal consolidation, airspace consolidation, pneumonia, lobar \
            pneumonia, air bronchogram
            """,
            """
            airspace disease, air space disease, atelectasis, subsegmental atelectasis, scarring, pulmonary edema, edema, \
            interstitial edema, vascular congestion, pulmonary vascular congestion, interstitial disease, fibrosis, \
            pulmonary fibrosis, interstitial prominence, infection, bronchovascular crowding, interstitial lung disease, \
            pulmonary venous congestion, bronchial wall thickening, interstiti fibrosis, interstitial thickening
            """
        ),
        ("pleura", true, "pleural plaque", "pleural thickening, apical pleural thickening, pleural calcification"),
        (
            "granuloma", true, "granuloma, calcified granuloma, calcified nodule,  calcified lymph node, calcified node",
            "granulomatous disease"
        ),
        (
            "nodule", true,
            "nodule, pulmonary nodule, lung nodule, mass, lung mass, pulmonary mass, lesion, cavity, cavitary lesion", ""
        ),
        ("heart", true, "", "cardiomegaly, cardiac enlargement, enlargement of the heart"),
        ("emphysema", true, "bulla", "emphysema, hyperinflation, hyperexpansion, copd, air trapping, hyperaeration"),
        ("hernia", true, "hiatal hernia, hiatus hernia, diaphragmatic hernia", ""),
        (
            "fracture", true,
            """
            fracture, rib fracture, clavicle fracture, compression fracture, compression deformity, wedge deformity, \
            vertebral fracture
            """, ""
        ),
        (
            "spine", true, "osteophyte, spur",
            """
            spondylosis, degenerative change, degenerative disc disease, degenerative disease, scoliosis, kyphosis, \
            dextroscoliosis, levoscoliosis, osteopenia, osteoporosis, demineralization, arthritis, osteoarthritis, \
            arthropathy, dish
            """
        ),
        (
            "aorta", true, "aortic aneurysm",
            """
            aortic tortuosity, tortuous aorta, tortuous thoracic aorta, ectatic aorta, calcified aorta, unfolded aorta, \
            aortic atherosclerosis, atherosclerosis, aortic calcification, aortic ectasia
            """
        ),
        ("diaphragm", true, "", "eventration, elevation of the right hemidiaphragm, elevation of the left hemidiaphragm"),
        ("air", true, "", "free air, pneumoperitoneum, pneumomediastinum, subcutaneous emphysema, free intraperitoneal air"),
        ("node", true, "", "adenopathy, lymphadenopathy, hilar adenopathy, mediastinal adenopathy"),
        ("pericardium", true, "pericardial effusion", ""),
        ("pacemaker", false, "pacemaker, defibrillator, icd, aicd", ""),
        (
            "line", false,
            """
            picc, picc line, central line, central venous catheter, catheter, port, port-a-cath, mediport, chest tube, \
            endotracheal tube, tracheostomy tube, nasogastric tube, feeding tube, dialysis catheter
            """, ""
        ),
        ("sternotomy", false, "", "sternotomy, median sternotomy"),
    ]

    private static let stemLists: [(String, String)] = [
        ("effusion", "effusion pleural fluid costophrenic blunt hydro layering hemothora angle angles cp"),
        ("pneumothorax", "pneumothora hydropneumo ptx deep"),
        (
            "lung",
            """
            opacit opacif densit consolid infiltrat pneumon atelect scar edema oedema congest interstiti fibro airspace \
            air-space space infect bronch collapse haz crowd marking process thicken streak haziness aspirat inflam chf \
            failure overload volume hypoventil lucen kerley cephaliz vascul hypoinfl underinfl aeration granulom sarcoid \
            reticul septal bronchi
            """
        ),
        ("pleura", "pleura plaque thicken scar"),
        ("granuloma", "granulom calcif histoplasm nodul node nodes"),
        ("nodule", "nodul mass lesion neoplasm tumor tumour malign metast cancer carcinoma cavit granulom opacit densit nipple"),
        ("heart", "heart cardiomeg cardiac silhouette cardiomediastin ventric atrial lvh"),
        (
            "emphysema",
            """
            emphys hyperinfl hyperexp copd obstruct trapp hyperaer hyperluc bull flatten expand inflat aerat bleb volume \
            hypoventil
            """
        ),
        ("hernia", "hernia hiat stomach esophag gastric retrocardiac"),
        ("fracture", "fractur deform rib ribs compress wedg trauma vertebra height healed clavic bony osseous skelet"),
        (
            "spine",
            """
            spine spin spondyl degenerat osteoph spur scolio kypho dextro levo osteopen osteopor demineral arthr dish disc \
            disk hyperost osseous bony bone bones skelet curvature vertebra bridging endplate marginal
            """
        ),
        ("aorta", "aort athero calcif tortu ectas ectat aneurysm unfold vascul mediastin dilat"),
        ("diaphragm", "diaphragm hemidiaphragm hemidiaphragms diaphragms eventrat elevat volume"),
        ("air", "air free pneumoperit pneumomediast subcutan emphys"),
        ("node", "adenop lymphaden node nodes hilar hila mediast hilum"),
        ("pericardium", "pericard effusion"),
        ("volume", "volume hypoventil hypoinfl underinfl inspir inflat expand aerat low"),
        ("pacemaker", "pacemak pacer pacing defib icd aicd lead leads device generator implant"),
        (
            "line",
            """
            picc line lines catheter port ports port-a-cath mediport tube tubes tubing endotrach tracheost ett ngt og ng \
            nasogast feeding dialysis central svc tip device support
            """
        ),
        ("sternotomy", "sternotom stern wire cabg surg postop post-op bypass valve"),
        ("clips", "clip surg cholecyst suture staple postop"),
    ]
}
