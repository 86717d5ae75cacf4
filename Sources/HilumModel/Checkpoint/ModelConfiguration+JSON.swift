#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelConfiguration {
    /// The format of checkpoints that this version reads, as `config.json` names it.
    public static let format = "hilum-1"

    /// Reads `config.json`: the properties in snake_case, `"format": "hilum-1"`; other keys are left alone.
    /// - Throws: `ModelError.malformed`, also where a number is out of its range, so that no configuration makes a model that cannot be
    ///   run.
    public init(_ file: CheckpointFile) throws(ModelError) {
        func malformed(_ reason: String) -> ModelError {
            .malformed(file: file.name, reason: "\(reason); take config.json from the checkpoint that the weights came with")
        }
        let text = [UInt8](file.bytes.prefix(Self.longest + 1))
        guard text.count <= Self.longest else { throw malformed("more than \(Self.longest >> 20) MB are no configuration") }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            let header = try decoder.decode(FormatName.self, from: Data(text))
            guard header.format == Self.format else {
                throw ModelError.malformed(
                    file: file.name,
                    reason:
                        "its format is \(ModelError.quoted(header.format)), and this version of Hilum reads \"\(Self.format)\"")
            }
            self = try decoder.decode(Self.self, from: Data(text))
        } catch let error as ModelError {
            throw error
        } catch let error as DecodingError {
            throw malformed(error.placeAndReason)
        } catch {
            throw malformed("it is no JSON object")
        }
        if let name = JSONKeys.firstRepeated(in: text) {
            throw malformed("the key \(ModelError.quoted(name)) stands twice in one object")
        }
        if let reason = firstTrouble { throw malformed(reason) }
    }

    private static let longest = 4 << 20
}

/// What is read before the rest, which another format may have in another form.
private struct FormatName: Decodable {
    var format: String
}
