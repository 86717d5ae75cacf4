/// The 14 labels of CheXpert, in its order (Irvin et al. 2019, arXiv:1901.07031).
public enum CheXpertLabel: String, CaseIterable, Sendable, Codable {
    case enlargedCardiomediastinum = "Enlarged Cardiomediastinum"
    case cardiomegaly = "Cardiomegaly"
    case lungOpacity = "Lung Opacity"
    case lungLesion = "Lung Lesion"
    case edema = "Edema"
    case consolidation = "Consolidation"
    case pneumonia = "Pneumonia"
    case atelectasis = "Atelectasis"
    case pneumothorax = "Pneumothorax"
    case pleuralEffusion = "Pleural Effusion"
    case pleuralOther = "Pleural Other"
    case fracture = "Fracture"
    case supportDevices = "Support Devices"
    case noFinding = "No Finding"

    /// The five labels that papers report most: Cardiomegaly, Edema, Consolidation, Atelectasis, Pleural Effusion.
    public static let five: [CheXpertLabel] = [.cardiomegaly, .edema, .consolidation, .atelectasis, .pleuralEffusion]
}
