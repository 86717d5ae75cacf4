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
            self = try file.withBytes { try JSONDecoder().decode(Self.self, from: Data($0)) }
        } catch {
            let reason = (error as? DecodingError)?.placeAndReason ?? "\(error)"
            throw .malformed(file: file.name, reason: "name or outputs cannot be read: \(reason)")
        }
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }), !name.isEmpty else {
            throw .malformed(file: file.name, reason: "name has other signs than letters, digits, '-', '_' and '.'")
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
        if !statements.indices.allSatisfy({ one in
            statements[one].excludes.allSatisfy { statements[$0].excludes.contains(one) && $0 != one }
        }) {
            return "a statement excludes itself or one that does not exclude it"
        }
        if statements.isEmpty { return "there are no statements" }
        return (0...1).contains(lateralShare) ? nil : "lateral_share is not from 0 to 1"
    }
}
