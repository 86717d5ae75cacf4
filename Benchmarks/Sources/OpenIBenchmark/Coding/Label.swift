/// What extraction is measured on: the headings of the coding that are frequent enough, those that say the same merged.
enum Label: String, CaseIterable {
    case cardiomegaly
    case pleuralEffusion = "pleural effusion"
    case atelectasis, pneumothorax, consolidation, edema, pneumonia, emphysema, nodule, granuloma, opacity, fracture
    case hiatalHernia = "hiatal hernia"
    case scoliosis
    case degenerativeSpine = "degenerative spine"
    case tortuousAorta = "tortuous aorta"
    case atherosclerosis, congestion, hyperinflation, infiltrate, scar, mass, catheter
    case implantedDevice = "implanted device"
    case surgicalInstruments = "surgical instruments"
    case normal

    /// The headings that stand for a label whatever qualifies them.
    static let ofHeading: [String: Label] = [
        "cardiomegaly": .cardiomegaly,
        "pleural effusion": .pleuralEffusion, "hemothorax": .pleuralEffusion,
        "pulmonary atelectasis": .atelectasis,
        "pneumothorax": .pneumothorax,
        "consolidation": .consolidation,
        "pulmonary edema": .edema,
        "pneumonia": .pneumonia,
        "emphysema": .emphysema, "pulmonary emphysema": .emphysema, "bullous emphysema": .emphysema,
        "nodule": .nodule,
        "calcified granuloma": .granuloma, "granuloma": .granuloma,
        "opacity": .opacity, "airspace disease": .opacity,
        "fractures, bone": .fracture,
        "hernia, hiatal": .hiatalHernia,
        "scoliosis": .scoliosis,
        "spondylosis": .degenerativeSpine, "osteophyte": .degenerativeSpine,
        "hyperostosis, diffuse idiopathic skeletal": .degenerativeSpine,
        "atherosclerosis": .atherosclerosis,
        "pulmonary congestion": .congestion,
        "lung, hyperlucent": .hyperinflation,
        "infiltrate": .infiltrate,
        "cicatrix": .scar,
        "mass": .mass,
        "catheters, indwelling": .catheter, "tube, inserted": .catheter,
        "implanted medical device": .implantedDevice, "medical device": .implantedDevice, "stents": .implantedDevice,
        "surgical instruments": .surgicalInstruments, "sutures": .surgicalInstruments,
        "normal": .normal,
    ]

    /// Headings that stand for labels together with one of some qualifiers; no qualifiers: always.
    static let ofQualifiedHeading: [(headings: Set<String>, qualifiers: Set<String>, labels: Set<Label>)] = [
        (CodeVocabulary.vertebrae, ["degenerative"], [.degenerativeSpine]),
        (CodeVocabulary.aorta, ["tortuous"], [.tortuousAorta]),
        (["lung"], ["hyperdistention"], [.hyperinflation]),
        (["cardiac shadow", "heart", "heart atria", "heart ventricles"], ["enlarged"], [.cardiomegaly]),
        (["hydropneumothorax", "hemopneumothorax"], [], [.pneumothorax, .pleuralEffusion]),
        (["opacity", "density"], ["round"], [.nodule]),
        (["density"], CodeVocabulary.lungSites.union(["lung", "round"]), [.opacity]),
        (["calcinosis"], CodeVocabulary.aorta, [.atherosclerosis]),
    ]
}
