import Hilum

/// What `--version` prints: the version and the ontology's hash, which together tell results apart.
enum Version {
    /// Of this process; without the ontology unless the arguments ask for the version. An ontology that cannot be opened is an error.
    static let text = Result<String, any Error> {
        let version = "hilum \(HilumVersion.current)"
        let arguments = CommandLine.arguments
        guard arguments.contains("--version") else { return version }
        return "\(version), ontology \(try OntologyChoice.open(path(in: arguments)).hash)"
    }

    /// The value of `--ontology`. By hand, as the parser ends at `--version`, before it gives the value of any other option.
    private static func path(in arguments: [String]) -> String? {
        let option = "--ontology"
        if let joined = arguments.first(where: { $0.hasPrefix(option + "=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        return arguments[index + 1]
    }
}
