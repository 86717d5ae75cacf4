"""What the finding head answers: labels of the Open-i coding and of NIH ChestX-ray14."""

# Name of a label, and the beginnings of the MeSH codings that give it.
# The first thirteen are the findings that the model is judged by, fixed before it was trained.
OPENI = {
    "cardiomegaly": ["Cardiomegaly"],
    "opacity": ["Opacity"],
    "atelectasis": ["Pulmonary Atelectasis"],
    "granuloma": ["Calcified Granuloma", "Granuloma", "Granulomatous Disease"],
    "airspace disease": ["Airspace Disease", "Infiltrate", "Pneumonia", "Consolidation"],
    "pleural effusion": ["Pleural Effusion"],
    "hyperinflation": ["Lung/hyperdistention", "Lung/bilateral/hyperdistention"],
    "emphysema": ["Emphysema", "Pulmonary Emphysema", "Pulmonary Disease, Chronic Obstructive"],
    "pulmonary edema": ["Pulmonary Congestion", "Pulmonary Edema"],
    "nodule": ["Nodule"],
    "scarring": ["Cicatrix"],
    "atherosclerosis": ["Atherosclerosis", "Calcinosis/aorta", "Calcinosis/aorta, thoracic"],
    "degenerative spine": ["Thoracic Vertebrae/degenerative", "Spine/degenerative", "Spondylosis", "Osteophyte"],
    "hypoinflation": ["Lung/hypoinflation", "Lung/bilateral/hypoinflation"],
    "tortuous aorta": ["Aorta/tortuous", "Aorta, Thoracic/tortuous"],
    "scoliosis": ["Scoliosis"],
    "kyphosis": ["Kyphosis"],
    "fracture": ["Fractures, Bone"],
    "catheter": ["Catheters, Indwelling"],
    "surgical instruments": ["Surgical Instruments"],
    "implanted device": ["Implanted Medical Device"],
    "elevated diaphragm": ["Diaphragm/right/elevated", "Diaphragm/left/elevated", "Diaphragmatic Eventration"],
    "hiatal hernia": ["Hernia, Hiatal"],
    "pleural thickening": ["Thickening/pleura"],
    "calcified lymph nodes": ["Calcinosis/lung/hilum", "Calcinosis/mediastinum"],
    "prominent markings": ["Markings"],
    "blunted costophrenic angle": ["Costophrenic Angle"],
    "normal": ["normal"],
}
JUDGED_OPENI = list(OPENI)[:13]

NIH = [
    "Atelectasis", "Cardiomegaly", "Consolidation", "Edema", "Effusion", "Emphysema", "Fibrosis", "Hernia",
    "Infiltration", "Mass", "Nodule", "Pleural_Thickening", "Pneumonia", "Pneumothorax",
]


def openi_labels(mesh):
    """The 0s and 1s of OPENI for the codings of a report, or None where nobody coded it."""
    if not mesh or mesh == ["No Indexing"]:
        return None
    return [float(any(coding == start or coding.startswith(start + "/") for coding in mesh for start in starts))
            for starts in OPENI.values()]


def nih_labels(names):
    """The 0s and 1s of NIH for labels such as `Cardiomegaly|Effusion`."""
    found = set(names.split("|"))
    return [float(label in found) for label in NIH]
