/// Why a model cannot be read or run. The descriptions name the file, the place in it and what to do, and quote no report.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to multiply matrices with; the reason names the package to install.
    case noBLAS(reason: String)
    /// A file of a checkpoint cannot be opened or read.
    case unreadable(file: String, reason: String)
    /// A file of a checkpoint is not what it should be.
    case malformed(file: String, reason: String)
    /// A tensor of a checkpoint is missing, or not what it should be.
    case badTensor(file: String, tensor: String, reason: String)
    /// What a network is given is not what it takes.
    case wrongInput(reason: String)

    public var description: String {
        switch self {
        case .noBLAS(let reason): reason
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .malformed(let file, let reason): "\(file): \(reason)"
        case .badTensor(let file, let tensor, let reason): "\(file): tensor \(tensor): \(reason)"
        case .wrongInput(let reason): reason
        }
    }

    /// A name out of a file, for a message: in one line and not too long, whatever it holds.
    static func quoted(_ name: String) -> String {
        let most = 80
        let shown = name.unicodeScalars.prefix(most).map { scalar in
            switch scalar.properties.generalCategory {
            // Also what turns the direction of writing.
            case .control, .format, .lineSeparator, .paragraphSeparator: "?"
            default: String(Character(scalar))
            }
        }
        return "\"\(shown.joined())\(name.unicodeScalars.count > most ? "…" : "")\""
    }
}
