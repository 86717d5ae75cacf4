import Hilum

/// What `--version` prints: the version and the ontology's hash, which together tell results apart.
enum Version {
    /// - Parameter arguments: of the process.
    /// - Returns: the version, without the ontology unless the arguments ask for it.
    static func text(for arguments: [String]) -> String {
        let version = "hilum \(HilumVersion.current)"
        guard arguments.contains("--version") else { return version }
        do {
            return "\(version), ontology \(try OntologyChoice.open(path(in: arguments)).hash)"
        } catch {
            return "\(version), no ontology: \(error)"
        }
    }

    /// The value of `--ontology`, whose parser has not run yet.
    private static func path(in arguments: [String]) -> String? {
        let option = "--ontology"
        if let joined = arguments.first(where: { $0.hasPrefix(option + "=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        return arguments[index + 1]
    }
}
