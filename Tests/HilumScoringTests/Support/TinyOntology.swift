import HilumOntology
import HilumTestSupport

/// A few concepts with known significance and kinship, so that the tests do not hang on the tables in Ontology/.
enum TinyOntology {
    static let shared: Ontology = {
        do { return try Ontology(rows: concepts) } catch { preconditionFailure("\(error)") }
    }()

    private static let concepts: [String: [String]] = [
        // id, name, parents, significance, sites, radlex, mesh, chexpert, openi, group
        "concepts/findings.tsv": [
            "finding.abnormality|abnormality||actionable|-|||-|-|yes",
            "finding.lung-abnormality|lung abnormality|finding.abnormality|actionable|anatomy.lung|||-|-|yes",
            "finding.opacity|opacity|finding.lung-abnormality|actionable|anatomy.lung;anatomy.chest|||Lung Opacity|Opacity",
            "finding.consolidation|consolidation|finding.opacity|actionable||||Consolidation|Consolidation",
            "finding.atelectasis|atelectasis|finding.opacity|minor||||Atelectasis|Atelectasis",
            "finding.edema|pulmonary edema|finding.lung-abnormality|actionable|anatomy.lung|||Edema|Edema",
            "finding.nodule|nodule|finding.lung-abnormality|actionable|anatomy.lung|||Lung Lesion|Nodule",
            "finding.mass|mass|finding.lung-abnormality|actionable|anatomy.lung|||Lung Lesion|Mass",
            "finding.effusion|pleural effusion|finding.abnormality|actionable|anatomy.pleural-space;anatomy.lung"
                + "|||Pleural Effusion|Effusion",
            "finding.pneumothorax|pneumothorax|finding.abnormality|urgent|anatomy.pleural-space;anatomy.lung"
                + "|||Pneumothorax|Pneumothorax",
            "finding.cardiomegaly|cardiomegaly|finding.abnormality|actionable|anatomy.heart|||Cardiomegaly|Cardiomegaly",
            "finding.tortuous-aorta|tortuous aorta|finding.abnormality|benign|anatomy.aorta|||-|Aorta",
            "finding.scoliosis|scoliosis|finding.abnormality|minor|anatomy.spine|||-|Scoliosis",
            "finding.fracture|fracture|finding.abnormality|actionable|-|||Fracture|Fracture",
        ],
        "concepts/diseases.tsv": [
            "disease.pneumonia|pneumonia|finding.abnormality|actionable|anatomy.lung|||Pneumonia|Pneumonia"
        ],
        "concepts/devices.tsv": ["device.endotracheal-tube|endotracheal tube||minor|-|||Support Devices|Tube"],
        // id, name, parents, part_of, side, radlex, mesh, openi
        "concepts/anatomy.tsv": [
            "anatomy.chest|chest|||||thorax",
            "anatomy.lung|lung||anatomy.chest|paired|||lung",
            "anatomy.upper-lobe|upper lobe||anatomy.lung|paired|||lung/upper lobe",
            "anatomy.lower-lobe|lower lobe||anatomy.lung|paired|||lung/lower lobe",
            "anatomy.lingula|lingula||anatomy.upper-lobe|left|||lung/lingula",
            "anatomy.lung-base|lung base||anatomy.lower-lobe|paired|||lung/base",
            "anatomy.lower-zone|lower lung zone||anatomy.lung|paired|||lung/lower lobe",
            "anatomy.pleural-space|pleural space||anatomy.chest|paired|||pleura",
            "anatomy.costophrenic-angle|costophrenic angle||anatomy.pleural-space|paired|||costophrenic angle",
            "anatomy.heart|heart||anatomy.chest|midline|||heart",
            "anatomy.aorta|aorta||anatomy.chest||||aorta",
            "anatomy.spine|spine||anatomy.chest||||spine",
        ],
        "concepts/descriptors.tsv": [
            "descriptor.patchy|patchy||||", "descriptor.acute|acute||||descriptor.healed", "descriptor.healed|healed||||",
        ],
        // term, role, example
        "language/discourse.tsv": ["acute|acute|", "otherwise|others|", "overlying|landmark|", "this|reference|"],
        // concept, related, closeness
        "concepts/related.tsv": ["finding.nodule|finding.mass|0.7", "finding.edema|finding.cardiomegaly|0.6"],
    ]
}
