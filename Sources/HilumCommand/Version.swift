import Hilum

/// What `--version` prints: the version and the ontology's hash, which together tell results apart.
enum Version {
    /// Of this process; without the ontology unless the arguments ask for the version. An ontology that cannot be opened is an error.
    static let text = Result<String, any Error> {
        let version = "hilum \(HilumVersion.current)"
        let arguments = CommandLine.arguments
        guard arguments.contains("--version") else { return version }
        let hash = try OntologyChoice.hash(
            of: values(of: "--ontology", in: arguments).last, with: values(of: "--with", in: arguments))
        return "\(version), ontology \(hash)"
    }

    /// The values of an option. By hand, as the parser ends at `--version`, before it gives the value of any other option.
    private static func values(of option: String, in arguments: [String]) -> [String] {
        arguments.indices.compactMap { index in
            if arguments[index].hasPrefix(option + "=") { return String(arguments[index].dropFirst(option.count + 1)) }
            return arguments[index] == option && index + 1 < arguments.count ? arguments[index + 1] : nil
        }
    }
}
