import HilumModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a checkpoint's `config.json` says beside the shape of its networks.
struct ModelDescription: Decodable {
    var name: String
    var outputs: FindingOutputs

    /// - Throws: `ModelError.malformed` where something is missing or out of its range.
    init(_ file: CheckpointFile) throws(ModelError) {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            self = try file.withBytes { try decoder.decode(Self.self, from: Data($0)) }
        } catch {
            throw .malformed(file: file.name, reason: "name or outputs cannot be read: \(error)")
        }
        if let reason = outputs.defect { throw .malformed(file: file.name, reason: "outputs: \(reason)") }
    }
}

extension FindingOutputs {
    /// What is wrong, in words; nil if nothing is.
    fileprivate var defect: String? {
        if !statements.allSatisfy({ 0 < $0.threshold && $0.threshold < 1 }) {
            return "a statement's threshold is not between 0 and 1"
        }
        if !statements.allSatisfy({ $0.excludes.allSatisfy(statements.indices.contains) }) {
            return "a statement excludes one that there is not"
        }
        if statements.isEmpty { return "there are no statements" }
        return (0...1).contains(lateralShare) ? nil : "lateral_share is not from 0 to 1"
    }
}
