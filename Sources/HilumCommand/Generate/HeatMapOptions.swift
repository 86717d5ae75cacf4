import ArgumentParser
import Hilum

/// Where heat maps go.
struct HeatMapOptions: ParsableArguments {
    @Option(
        name: .customLong("heat-maps"),
        help: ArgumentHelp(
            "Write where each image speaks for each reported finding to a JSONL file, a map a line.", valueName: "file"))
    var maps: String?

    @Option(
        name: .customLong("overlay"),
        help: ArgumentHelp(
            "Write each image under each of its maps, with the box, to a PNG file in a folder.", valueName: "folder"))
    var folder: String?

    /// The options that were given.
    var given: [String] { (maps == nil ? [] : ["--heat-maps"]) + (folder == nil ? [] : ["--overlay"]) }

    /// The names of the pictures of a study.
    /// - Parameter name: of the study, in a file system that may take letters, digits and little else.
    func picturePath(_ name: String) -> ((_ finding: String, _ image: Int) -> String)? {
        guard let folder else { return nil }
        return { finding, image in
            let view = image == 0 ? "" : "-\(image + 1)"
            return "\(folder)/\(Self.safe(name))\(view)-\(Self.safe(finding)).png"
        }
    }

    /// With a hyphen for all but letters and digits of ASCII, hyphens, underscores and stops; cut to 80.
    private static func safe(_ name: String) -> String {
        String(
            name.prefix(80).map { character in
                character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character)) ? character : "-"
            })
    }
}

/// The files of a run's heat maps.
final class HeatMapFiles {
    private let maps: OutputFile?

    /// - Throws: `OutputError`, also where the folder of the pictures is not there.
    init(_ options: HeatMapOptions, input: String?) throws(OutputError) {
        if let folder = options.folder, !OutputFile.isFolder(folder) {
            throw .unwritable(
                path: folder, reason: OutputFile.exists(folder) ? "it is no folder" : "there is no such folder; make it first")
        }
        if let path = options.maps { maps = try OutputFile(path: path, input: input) } else { maps = nil }
    }

    /// What has temporary files.
    var outputs: [OutputFile] { maps.map { [$0] } ?? [] }

    func write(_ places: [FindingPlace], id: [UInt8]) throws(OutputError) {
        for place in places {
            if let maps {
                var line = JSONWriter()
                place.append(id: id, to: &line)
                try maps.write(line.bytes)
            }
            guard let picture = place.picture else { continue }
            let file = try OutputFile(path: picture.path, input: place.image)
            try file.write(picture.png)
            try file.finish()
        }
    }

    func finish() throws(OutputError) { try maps?.finish() }
}
