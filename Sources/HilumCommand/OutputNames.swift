import ArgumentParser
import Hilum

/// The files that a command writes, by the options that name them.
enum OutputNames {
    /// Refuses two options that name one file.
    /// - Parameter outputs: the paths, `-` for standard output, nil where an option is not given.
    static func check(_ outputs: KeyValuePairs<String, String?>) throws {
        let given = outputs.compactMap { option, path in path.map { (option: option, path: $0) } }
        for (number, one) in given.enumerated() {
            for other in given[(number + 1)...] where isSame(one.path, other.path) {
                throw ValidationError("\(one.option) and \(other.option) name the same file")
            }
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        one == "-" || other == "-" ? one == other : OutputFile.isSame(one, other)
    }
}
